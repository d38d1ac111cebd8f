package io.modelcounter.core.operator;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;

/** An operator, or several that differ in little, with shape rule and counter in one class. */
public interface Operator extends ShapeRule, LayerCounter {}
