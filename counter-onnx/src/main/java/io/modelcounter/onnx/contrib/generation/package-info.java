/** Generation of sequences: searches that run a decoder, and what steers them. */
@NullMarked
package io.modelcounter.onnx.contrib.generation;

import org.jspecify.annotations.NullMarked;
