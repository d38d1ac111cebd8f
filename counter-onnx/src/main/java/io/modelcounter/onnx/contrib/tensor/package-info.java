/** Operators that shape, select and repeat elements. */
@NullMarked
package io.modelcounter.onnx.contrib.tensor;

import org.jspecify.annotations.NullMarked;
