/**
 * Classical machine learning (ONNX, ai.onnx.ml): trees, support vectors, linear models, encoders.
 */
@NullMarked
package io.modelcounter.core.operator.ml;

import org.jspecify.annotations.NullMarked;
