package io.modelcounter.cli.operators;

import io.modelcounter.core.Glob;
import java.util.List;
import java.util.Optional;

/**
 * Which operators are listed.
 *
 * @param name pattern of the name, with or without the domain before a colon
 * @param domain pattern of the domain
 * @param plugin id of the plugin
 */
public record OperatorListing(
    Optional<String> name, Optional<String> domain, Optional<String> plugin) {
  private static final char SEPARATOR = ':';

  /** Those of some operators that are wanted, in their order. */
  public List<OperatorEntry> of(List<OperatorEntry> entries) {
    return entries.stream().filter(this::includes).toList();
  }

  private boolean includes(OperatorEntry entry) {
    boolean isNamed =
        name.map(text -> Glob.of(text, SEPARATOR))
            .filter(
                glob ->
                    !glob.matches(entry.name())
                        && !glob.matches(entry.domain() + SEPARATOR + entry.name()))
            .isEmpty();
    boolean isInDomain =
        domain.filter(text -> !Glob.of(text, SEPARATOR).matches(entry.domain())).isEmpty();
    return isNamed && isInDomain && plugin.filter(id -> !id.equals(entry.plugin())).isEmpty();
  }
}
