/**
 * Formulas and shape arithmetic that operator families and plugins share: pure functions on sizes
 * and shapes.
 */
@NullMarked
package io.modelcounter.spi.support;

import org.jspecify.annotations.NullMarked;
