/** Reductions along axes, positions of extremes, cumulative sums and products, and top-k. */
@NullMarked
package io.modelcounter.core.operator.reduction;

import org.jspecify.annotations.NullMarked;
