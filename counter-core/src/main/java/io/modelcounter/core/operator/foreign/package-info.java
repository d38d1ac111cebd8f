/** Operators of ONNX that only name a function of another framework. */
@NullMarked
package io.modelcounter.core.operator.foreign;

import org.jspecify.annotations.NullMarked;
