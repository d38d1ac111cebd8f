/** Recurrent layers: with quantized weights, and with attention to a memory. */
@NullMarked
package io.modelcounter.onnx.contrib.recurrent;

import org.jspecify.annotations.NullMarked;
