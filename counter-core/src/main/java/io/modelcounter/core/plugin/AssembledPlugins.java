package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginInfo;
import java.util.List;
import java.util.stream.Stream;

/** Plugins that were put together. */
public final class AssembledPlugins implements AutoCloseable {
  private final List<Candidate> candidates;
  private final CounterRegistry registry;

  AssembledPlugins(List<Candidate> candidates, CounterRegistry registry) {
    this.candidates = List.copyOf(candidates);
    this.registry = registry;
  }

  /**
   * Which of them counts what.
   *
   * @return the registry
   */
  public CounterRegistry registry() {
    return registry;
  }

  /**
   * Those that can be used.
   *
   * @return the plugins in the order in which they were added
   */
  public List<PluginInfo> plugins() {
    return checks()
        .filter(PluginCheck::isUsable)
        .flatMap(check -> check.plugin().stream())
        .toList();
  }

  /**
   * What became of each of them.
   *
   * @return the results in the order in which they were added
   */
  public Stream<PluginCheck> checks() {
    return candidates.stream().map(Candidate::result);
  }

  /** Closes the loaders of their classes. */
  @Override
  public void close() {
    candidates.forEach(Candidate::close);
  }
}
