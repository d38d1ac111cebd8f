package com.acme.npu;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.util.List;

/**
 * What this jar offers to ModelCounter: another counter of a standard operator. ModelCounter asks
 * it first if it runs with {@code --prefer acme-npu}; the shape rule stays the standard one.
 */
public final class AcmeNpu implements CounterPlugin {
  static final OperatorRange CONV = OperatorRange.onnx("Conv");

  @Override
  public String id() {
    return "acme-npu";
  }

  @Override
  public List<LayerCounter> counters() {
    return List.of(new GroupedConvolution());
  }

  @Override
  public List<OperatorNote> notes() {
    return List.of(
        OperatorNote.of(CONV, "MULTIPLY_ADD on channels that are filled up; BIAS_ADD")
            .onlyFor("more than one group")
            .withFormula("N * positions * C_out * lanes * kernel"));
  }
}
