/** Pooling: over windows, over whole images, over regions, and back. */
@NullMarked
package io.modelcounter.core.operator.pooling;

import org.jspecify.annotations.NullMarked;
