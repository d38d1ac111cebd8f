package io.modelcounter.core.operator;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.tck.PluginOfferTck;

/** The standard operators are an ordinary plugin but for the id and the descriptor. */
final class StandardOfferTest extends PluginOfferTck {
  @Override
  protected CounterPlugin plugin() {
    return new StandardOperators();
  }

  /** Notes tell about the operators too that run graphs, which no counter is asked about. */
  @Override
  protected boolean notesWhatItCounts() {
    return false;
  }
}
