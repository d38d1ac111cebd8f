/** Loss functions, as training graphs and evaluation graphs hold them. */
@NullMarked
package io.modelcounter.core.operator.loss;

import org.jspecify.annotations.NullMarked;
