/** Convolutions with fused operations, with their channels last, quantized, and transposed. */
@NullMarked
package io.modelcounter.onnx.contrib.convolution;

import org.jspecify.annotations.NullMarked;
