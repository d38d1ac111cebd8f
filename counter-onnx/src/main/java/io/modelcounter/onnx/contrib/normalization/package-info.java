/** Normalizations that are fused with what stands before or behind them. */
@NullMarked
package io.modelcounter.onnx.contrib.normalization;

import org.jspecify.annotations.NullMarked;
