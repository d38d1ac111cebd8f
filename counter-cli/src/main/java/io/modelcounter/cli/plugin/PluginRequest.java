package io.modelcounter.cli.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Which plugins are to be used, in the words of the command line.
 *
 * @param files files that are plugins
 * @param directories directories with plugins
 * @param explicitOnly whether only these are used, and no installed ones
 * @param disabled ids of plugins to leave out
 * @param preferred ids of plugins that come before others
 * @param hashes file with the SHA-256 of what may be used, if not all may
 * @param keepsGoing whether an analysis goes on where a plugin fails
 */
public record PluginRequest(
    List<String> files,
    List<String> directories,
    boolean explicitOnly,
    List<String> disabled,
    List<String> preferred,
    Optional<String> hashes,
    boolean keepsGoing) {

  /** Makes a request. */
  public PluginRequest {
    files = List.copyOf(files);
    directories = List.copyOf(directories);
    disabled = List.copyOf(disabled);
    preferred = List.copyOf(preferred);
  }
}
