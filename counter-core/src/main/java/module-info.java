/** Analyzes a model: types and values, operator counters, memory and conventions. */
module io.modelcounter.core {
  requires transitive io.modelcounter.api;
  requires static transitive org.jspecify;

  exports io.modelcounter.core;

  uses io.modelcounter.spi.CounterPlugin;
  uses io.modelcounter.spi.ModelReader;

  provides io.modelcounter.spi.CounterPlugin with
      io.modelcounter.core.operator.StandardOperators;
}
