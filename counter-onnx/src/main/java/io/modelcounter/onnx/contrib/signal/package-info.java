/** Fourier transforms of real signals. */
@NullMarked
package io.modelcounter.onnx.contrib.signal;

import org.jspecify.annotations.NullMarked;
