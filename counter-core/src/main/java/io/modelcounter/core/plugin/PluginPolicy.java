package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which plugins may be used, and which come first.
 *
 * @param preferred ids of plugins that come before others that offer the same
 * @param disabled ids of plugins to leave out
 * @param allowed SHA-256 of the files that may be used, in lower case, if not all may
 */
public record PluginPolicy(
    Set<String> preferred, Set<String> disabled, Optional<Set<String>> allowed) {

  /** Makes a policy. */
  public PluginPolicy {
    preferred = Set.copyOf(preferred);
    disabled = Set.copyOf(disabled);
    allowed = allowed.map(Set::copyOf);
  }

  boolean isDisabled(String id) {
    return disabled.contains(id);
  }

  void requireAllowed(Path file, String hash) {
    if (allowed.isPresent() && !allowed.get().contains(hash)) {
      throw new PluginException(
          PluginCodes.NOT_ALLOWED,
          file.toString(),
          "its SHA-256 " + hash + " is not in the list of those allowed",
          "if you trust the file, add the hash to the list");
    }
  }
}
