package io.modelcounter.onnx.contrib;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.tck.PluginOfferTck;

/** The contrib operators are an ordinary plugin but for the id and the descriptor. */
final class ContribOfferTest extends PluginOfferTck {
  @Override
  protected CounterPlugin plugin() {
    return new ContribOperators();
  }
}
