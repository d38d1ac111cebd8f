/** Random tensors and dropout. */
@NullMarked
package io.modelcounter.core.operator.random;

import org.jspecify.annotations.NullMarked;
