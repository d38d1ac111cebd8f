/** Positions: rotary embeddings and relative position biases. */
@NullMarked
package io.modelcounter.onnx.contrib.position;

import org.jspecify.annotations.NullMarked;
