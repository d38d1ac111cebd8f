/** Activations: functions of one element, gated functions, and the softmax group. */
@NullMarked
package io.modelcounter.core.operator.activation;

import org.jspecify.annotations.NullMarked;
