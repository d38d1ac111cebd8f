/** Operators on sequences of tensors and on values that may be absent. */
@NullMarked
package io.modelcounter.core.operator.sequence;

import org.jspecify.annotations.NullMarked;
