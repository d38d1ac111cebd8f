package io.modelcounter.spi.support;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;

/**
 * An operator, or several that differ in little, with shape rule and counter in one class.
 *
 * <p>A plugin offers the same object in {@link io.modelcounter.spi.CounterPlugin#shapeRules} and in
 * {@link io.modelcounter.spi.CounterPlugin#counters}.
 */
public interface Operator extends ShapeRule, LayerCounter {}
