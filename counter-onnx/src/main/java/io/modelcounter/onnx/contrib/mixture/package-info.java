/** Mixtures of experts. */
@NullMarked
package io.modelcounter.onnx.contrib.mixture;

import org.jspecify.annotations.NullMarked;
