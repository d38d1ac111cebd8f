/**
 * Operators that create, shape, select and move tensors without arithmetic on their elements; the
 * values of shape arithmetic flow through them.
 */
@NullMarked
package io.modelcounter.core.operator.tensor;

import org.jspecify.annotations.NullMarked;
