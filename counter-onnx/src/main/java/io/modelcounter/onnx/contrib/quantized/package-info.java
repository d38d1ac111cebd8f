/** Operators on quantized tensors: element-wise functions, reductions, normalization and Concat. */
@NullMarked
package io.modelcounter.onnx.contrib.quantized;

import org.jspecify.annotations.NullMarked;
