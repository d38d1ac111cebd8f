/**
 * Reads ONNX files.
 *
 * <p>The file is walked once over its wire format; tensor payloads are stepped over, so that time
 * and memory follow the graph and not the weights.
 */
@NullMarked
package io.modelcounter.onnx;

import org.jspecify.annotations.NullMarked;
