/** Optimizers and gradients, the preview operators of training graphs. */
@NullMarked
package io.modelcounter.core.operator.training;

import org.jspecify.annotations.NullMarked;
