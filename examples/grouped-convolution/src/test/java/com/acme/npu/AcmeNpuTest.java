package com.acme.npu;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.tck.PluginTck;

/** The plugin keeps the rules P1 to P12. */
final class AcmeNpuTest extends PluginTck {
  @Override
  protected CounterPlugin plugin() {
    return new AcmeNpu();
  }

  /** The shape rule of Conv is ModelCounter's. */
  @Override
  protected boolean infersWhatItCounts() {
    return false;
  }
}
