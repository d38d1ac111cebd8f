/** Distances, inverses and alignments. */
@NullMarked
package io.modelcounter.onnx.contrib.algorithm;

import org.jspecify.annotations.NullMarked;
