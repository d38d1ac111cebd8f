/** Matrix products: plain, batched, general, by Einstein summation and quantized; determinants. */
@NullMarked
package io.modelcounter.core.operator.matrix;

import org.jspecify.annotations.NullMarked;
