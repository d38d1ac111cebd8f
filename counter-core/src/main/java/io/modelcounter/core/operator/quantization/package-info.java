/** Quantization of tensors and its inverse. */
@NullMarked
package io.modelcounter.core.operator.quantization;

import org.jspecify.annotations.NullMarked;
