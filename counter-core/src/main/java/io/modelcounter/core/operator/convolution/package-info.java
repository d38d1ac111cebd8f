/** Convolutions: plain, grouped, depthwise, dilated, transposed, deformable and quantized. */
@NullMarked
package io.modelcounter.core.operator.convolution;

import org.jspecify.annotations.NullMarked;
