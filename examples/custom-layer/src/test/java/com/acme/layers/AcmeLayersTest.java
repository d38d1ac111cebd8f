package com.acme.layers;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.tck.PluginTck;

/** The plugin keeps the rules P1 to P12. */
final class AcmeLayersTest extends PluginTck {
  @Override
  protected CounterPlugin plugin() {
    return new AcmeLayers();
  }
}
