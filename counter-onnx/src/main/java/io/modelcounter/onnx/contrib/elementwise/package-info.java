/** Activations, sums and dropouts that are fused with what stands before or behind them. */
@NullMarked
package io.modelcounter.onnx.contrib.elementwise;

import org.jspecify.annotations.NullMarked;
