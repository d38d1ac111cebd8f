/**
 * The model, the costs and the service interfaces of ModelCounter: what a plugin, a reader, a
 * renderer or a program that uses the analysis needs to know.
 */
@SuppressWarnings("module") // the modules of the built-in plugins are built later
module io.modelcounter.api {
  requires static transitive org.jspecify;

  exports io.modelcounter.analysis;
  exports io.modelcounter.cost;
  exports io.modelcounter.model;
  exports io.modelcounter.spi;
  exports io.modelcounter.spi.operator to
      io.modelcounter.core,
      io.modelcounter.onnx;
  exports io.modelcounter.spi.support;
  exports io.modelcounter.symbolic;
}
