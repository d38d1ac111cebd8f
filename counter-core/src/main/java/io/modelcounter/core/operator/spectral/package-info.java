/** Fourier transforms, the windows they are taken through, and mel filter banks. */
@NullMarked
package io.modelcounter.core.operator.spectral;

import org.jspecify.annotations.NullMarked;
