package io.modelcounter.tck;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import java.util.Map;

/** A plugin with sample operators. */
public class SamplePlugin implements CounterPlugin {
  /** Makes the plugin. */
  public SamplePlugin() {}

  @Override
  public String id() {
    return "sample";
  }

  @Override
  public List<LayerCounter> counters() {
    return List.of(new Dense(), new ShapeOf());
  }

  @Override
  public List<ShapeRule> shapeRules() {
    return List.of(new Dense(), new ShapeOf());
  }

  @Override
  public List<CountingConvention> conventions() {
    return List.of(CountingConvention.weighted("sample", "all that is done", Map.of()));
  }

  @Override
  public List<OperatorNote> notes() {
    return List.of(OperatorNote.of(OperatorRange.of("test", "Dense"), "MULTIPLY_ADD M * N"));
  }
}
