package io.modelcounter.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as its file says it.
 *
 * @param origin where it was read from
 * @param producer name and version of the exporter; may be empty
 * @param formatVersion version of the file format, for example the ONNX IR version
 * @param opsets imported version by operator domain
 * @param graph main graph
 * @param functions model-local functions
 * @param metadata free texts that the exporter wrote, by key
 */
public record Model(
    ModelOrigin origin,
    String producer,
    long formatVersion,
    Map<String, Long> opsets,
    Graph graph,
    Map<FunctionId, Function> functions,
    Map<String, String> metadata) {

  /**
   * Makes a model.
   *
   * @param origin where it was read from
   * @param producer name and version of the exporter
   * @param formatVersion version of the file format
   * @param opsets imported version by operator domain
   * @param graph main graph
   * @param functions model-local functions
   * @param metadata free texts by key
   */
  public Model {
    opsets = Collections.unmodifiableMap(new TreeMap<>(opsets));
    functions = Map.copyOf(functions);
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }
}
