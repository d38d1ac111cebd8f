/** Tests of the ONNX reader, on files that they write themselves and on real ones. */
@NullMarked
package io.modelcounter.onnx;

import org.jspecify.annotations.NullMarked;
