/** Pooling with channels last, masked and quantized. */
@NullMarked
package io.modelcounter.onnx.contrib.pooling;

import org.jspecify.annotations.NullMarked;
