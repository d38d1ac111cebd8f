package io.modelcounter.rules;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.ShapeRule;
import java.util.List;

/**
 * A rule file as a plugin.
 *
 * @param id its id
 * @param operators what it says of operators
 */
record RulePlugin(String id, List<OperatorRules> operators) implements CounterPlugin {

  @Override
  public List<LayerCounter> counters() {
    return operators.stream()
        .<LayerCounter>flatMap(operator -> operator.counter().stream())
        .toList();
  }

  @Override
  public List<ShapeRule> shapeRules() {
    return operators.stream().<ShapeRule>flatMap(operator -> operator.shapes().stream()).toList();
  }

  @Override
  public List<OperatorNote> notes() {
    return operators.stream()
        .flatMap(operator -> operator.counter().stream())
        .map(RuleCounter::note)
        .toList();
  }
}
