/** Quantization of tensors and its inverse, also by blocks and in the layouts of a device. */
@NullMarked
package io.modelcounter.onnx.contrib.quantization;

import org.jspecify.annotations.NullMarked;
