/**
 * Element-wise operators: arithmetic, comparison, logic, bits, functions of one number, conversion
 * and choice.
 */
@NullMarked
package io.modelcounter.core.operator.elementwise;

import org.jspecify.annotations.NullMarked;
