package io.modelcounter.core.operator.recurrent;

import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.RecurrentCell;
import java.util.List;

/** The recurrent family. */
public final class RecurrentOperators {
  private RecurrentOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new RecurrentLayer(RecurrentCell.RNN),
        new RecurrentLayer(RecurrentCell.GRU),
        new RecurrentLayer(RecurrentCell.LSTM),
        new GatedRecurrentStep());
  }
}
