/**
 * What operator families and plugins share: base classes for operators, operators that stand in
 * several domains, and formulas and shape arithmetic as pure functions on sizes and shapes.
 */
@NullMarked
package io.modelcounter.spi.support;

import org.jspecify.annotations.NullMarked;
