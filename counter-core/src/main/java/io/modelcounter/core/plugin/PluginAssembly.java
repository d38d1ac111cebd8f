package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.UnknownPluginException;
import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts plugins together that come from several places. All are looked over before the code of any
 * one in a jar runs; what is wrong with one is kept beside it.
 */
public final class PluginAssembly {
  private final PluginPolicy policy;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * Starts an assembly.
   *
   * @param policy which plugins may be used, and which come first
   */
  public PluginAssembly(PluginPolicy policy) {
    this.policy = policy;
  }

  /**
   * Adds a plugin that is in memory.
   *
   * @param plugin the plugin
   * @param origin where it comes from
   * @param details what else is known of it, by key
   */
  public void addPlugin(CounterPlugin plugin, PluginOrigin origin, Map<String, String> details) {
    candidates.add(Candidate.inMemory(plugin, origin, details, policy));
  }

  /**
   * Adds a place that no plugin can be had from.
   *
   * @param problem why
   */
  public void addUnusable(PluginException problem) {
    candidates.add(Candidate.unusable(problem));
  }

  /**
   * Adds a plugin.
   *
   * @param place a jar, or a directory with the jars of one plugin
   */
  public void addFile(Path place) {
    candidates.add(Candidate.inFile(place, policy));
  }

  /**
   * Adds the plugins of a directory: its jars and, each as one plugin, its directories, by name.
   * Other files, and what is hidden, are no plugins.
   *
   * @param directory the directory
   */
  public void addDirectory(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      entries.filter(PluginAssembly::isPlugin).sorted().forEach(this::addFile);
    } catch (IOException failure) {
      addUnusable(unreadable(directory, failure));
    }
  }

  private static boolean isPlugin(Path entry) {
    boolean isHidden = String.valueOf(entry.getFileName()).startsWith(".");
    return !isHidden && (PluginJars.isNamedLikeJar(entry) || Files.isDirectory(entry));
  }

  private static PluginException unreadable(Path directory, IOException failure) {
    return Files.exists(directory)
        ? new PluginException(
            PluginCodes.FILE,
            directory.toString(),
            "it is not a directory that can be read",
            "name a directory with plugins",
            failure)
        : new PluginException(
            PluginCodes.FILE, directory.toString(), "there is no such directory", "check the path");
  }

  /**
   * Loads the plugins.
   *
   * @return what those offer that can be used, and what is wrong with the others
   * @throws UnknownPluginException if an id is to be preferred or disabled that no plugin has
   */
  public AssembledPlugins load() {
    lookOver();
    return loadUsable();
  }

  /**
   * Loads the plugins if nothing is wrong with them.
   *
   * @return what all offer together
   * @throws PluginException if a plugin cannot be used
   * @throws UnknownPluginException if an id is to be preferred or disabled that no plugin has
   */
  public AssembledPlugins loadAllOrNone() {
    lookOver();
    if (firstProblem().isPresent()) {
      throw firstProblem().get();
    }
    AssembledPlugins plugins = loadUsable();
    if (firstProblem().isPresent()) {
      plugins.close();
      throw firstProblem().get();
    }
    return plugins;
  }

  private AssembledPlugins loadUsable() {
    candidates.forEach(candidate -> candidate.attempt(candidate::load));
    return new AssembledPlugins(candidates, registry());
  }

  private Optional<PluginException> firstProblem() {
    return candidates.stream().flatMap(candidate -> candidate.problems().stream()).findFirst();
  }

  private void lookOver() {
    leaveOutCopies();
    requireDifferentIds();
    requireKnown(policy.preferred());
    requireKnown(policy.disabled());
  }

  /** The same file may lie in several places. */
  private void leaveOutCopies() {
    Set<String> seen = new HashSet<>();
    candidates.removeIf(candidate -> !candidate.hash().isEmpty() && !seen.add(candidate.hash()));
  }

  private void requireDifferentIds() {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate second = candidates.get(i);
      for (Candidate first : candidates.subList(0, i)) {
        if (second.id().equals(first.id()) && first.isUsable() && second.isUsable()) {
          PluginException problem =
              new PluginException(
                  PluginCodes.SAME_ID,
                  "",
                  "two plugins have the id "
                      + first.id()
                      + ": "
                      + first.place()
                      + " and "
                      + second.place(),
                  "remove one of them; --no-plugins leaves the installed ones out");
          first.add(problem);
          second.add(problem);
        }
      }
    }
  }

  /** A plugin of which not even the id can be read may be the one that is meant. */
  private void requireKnown(Set<String> ids) {
    Set<String> known = new TreeSet<>();
    candidates.forEach(candidate -> known.add(candidate.id()));
    for (String id : new TreeSet<>(ids)) {
      if (!known.contains(id) && !known.contains("")) {
        throw new UnknownPluginException(id, known);
      }
    }
  }

  private CounterRegistry registry() {
    List<PluginOffer> offers =
        candidates.stream()
            .filter(Candidate::isUsable)
            .flatMap(candidate -> candidate.offer().stream())
            .toList();
    return CounterRegistry.of(offers, policy.preferred(), this::note);
  }

  private void note(Conflicts.Conflict conflict) {
    candidates.stream()
        .filter(candidate -> conflict.plugins().contains(candidate.id()))
        .forEach(candidate -> candidate.add(conflict.problem()));
  }
}
