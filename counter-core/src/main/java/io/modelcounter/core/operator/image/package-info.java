/**
 * Images: resizing, sampling, rearranging between channels and positions, cropping and decoding.
 */
@NullMarked
package io.modelcounter.core.operator.image;

import org.jspecify.annotations.NullMarked;
