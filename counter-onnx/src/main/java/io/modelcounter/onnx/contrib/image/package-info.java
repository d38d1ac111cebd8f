/** Sampling of images. */
@NullMarked
package io.modelcounter.onnx.contrib.image;

import org.jspecify.annotations.NullMarked;
