package io.modelcounter.cost;

import java.util.List;

/**
 * One call of a module, as far as the exporter recorded it.
 *
 * @param path names of the modules around the layer, outermost first
 * @param number which call of this module it is, from 1
 * @param isLast whether the module is not called again later
 */
public record ModuleCall(List<String> path, int number, boolean isLast) {

  /**
   * Makes a call.
   *
   * @param path names of the modules around the layer, outermost first
   * @param number which call of this module it is, from 1
   * @param isLast whether the module is not called again later
   */
  public ModuleCall {
    path = List.copyOf(path);
  }
}
