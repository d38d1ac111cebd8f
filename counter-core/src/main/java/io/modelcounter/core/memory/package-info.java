/** Stored tensors and what they are, and activations over the execution. */
@NullMarked
package io.modelcounter.core.memory;

import org.jspecify.annotations.NullMarked;
