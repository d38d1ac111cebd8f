/**
 * What operator families and plugins share: base classes for operators, and formulas and shape
 * arithmetic as pure functions on sizes and shapes.
 */
@NullMarked
package io.modelcounter.spi.support;

import org.jspecify.annotations.NullMarked;
