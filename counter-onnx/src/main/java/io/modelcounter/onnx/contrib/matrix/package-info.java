/** Matrix products: fused, of integers, of sparse matrices, and with weights packed in blocks. */
@NullMarked
package io.modelcounter.onnx.contrib.matrix;

import org.jspecify.annotations.NullMarked;
