package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a plugin that was looked at, whether it can be used or not.
 *
 * @param place its file; {@code built in} for what comes with ModelCounter
 * @param id its id; empty if that is not known
 * @param plugin what is known of it; empty if it could not be loaded or is disabled
 * @param isDisabled whether it is left out because that was asked for
 * @param problems why it cannot be used; empty if it can
 * @param warnings what is odd about it
 */
public record PluginCheck(
    String place,
    String id,
    Optional<PluginInfo> plugin,
    boolean isDisabled,
    List<PluginException> problems,
    List<Diagnostic> warnings) {

  /**
   * Makes the result.
   *
   * @param place its file
   * @param id its id
   * @param plugin what is known of it
   * @param isDisabled whether it is left out because that was asked for
   * @param problems why it cannot be used
   * @param warnings what is odd about it
   */
  public PluginCheck {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Tells whether the plugin takes part in an analysis.
   *
   * @return false if it is disabled or cannot be used
   */
  public boolean isUsable() {
    return problems.isEmpty() && !isDisabled;
  }
}
