package io.modelcounter.core.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.spi.CounterPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin on its way from its file to what it offers, with what is wrong with it. */
final class Candidate {
  private final String place;
  private final List<PluginException> problems = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private String id = "";
  private String hash = "";
  private boolean isDisabled;
  private Optional<PluginInspection.Inspected> inspected = Optional.empty();
  private Optional<PluginOffer> offer = Optional.empty();
  private Optional<PluginClassLoader> loader = Optional.empty();

  private Candidate(String place) {
    this.place = place;
  }

  /** A place that no plugin can be had from. */
  static Candidate unusable(PluginException problem) {
    Candidate candidate = new Candidate(problem.subject());
    candidate.problems.add(problem);
    return candidate;
  }

  /** A plugin that is in memory. */
  static Candidate inMemory(
      CounterPlugin plugin, PluginOrigin origin, Map<String, String> details, PluginPolicy policy) {
    Candidate candidate = new Candidate(origin.place());
    candidate.attempt(
        () -> {
          PluginOffer offered = PluginOffer.of(plugin, origin, details);
          candidate.identify(offered.info().id(), origin, policy);
          if (!candidate.isDisabled) {
            origin.file().ifPresent(file -> policy.requireAllowed(file, candidate.hash));
          }
          if (origin.kind() == PluginUse.Origin.RULES) {
            origin
                .file()
                .filter(Files::exists)
                .map(PluginRemarks::of)
                .ifPresent(candidate.warnings::addAll);
          }
          candidate.offer = Optional.of(offered);
        });
    return candidate;
  }

  /** A plugin that lies in a jar or a directory, looked over. */
  static Candidate inFile(Path place, PluginPolicy policy) {
    Candidate candidate = new Candidate(place.toString());
    candidate.attempt(
        () -> {
          PluginInspection.Inspected found =
              PluginInspection.of(place, policy, candidate.warnings::add);
          candidate.identify(found.descriptor().id(), found.origin(), policy);
          candidate.inspected = Optional.of(found);
        });
    return candidate;
  }

  private void identify(String newId, PluginOrigin origin, PluginPolicy policy) {
    id = newId;
    hash = origin.sha256().orElse("");
    isDisabled = policy.isDisabled(newId);
  }

  /** Does something that may show that the plugin cannot be used. */
  void attempt(Runnable step) {
    try {
      step.run();
    } catch (PluginException problem) {
      problems.add(problem);
    }
  }

  void add(PluginException problem) {
    problems.add(problem);
  }

  /** Loads the classes of a plugin that lies in a file. */
  void load() {
    if (isUsable() && inspected.isPresent()) {
      Providers.Loaded loaded = Providers.load(inspected.get());
      offer = Optional.of(loaded.offer());
      loader = Optional.of(loaded.loader());
    }
  }

  void close() {
    loader.ifPresent(own -> Providers.close(own, place));
  }

  String place() {
    return place;
  }

  /** The id, or the empty text as long as it is not known. */
  String id() {
    return id;
  }

  String hash() {
    return hash;
  }

  boolean isUsable() {
    return !isDisabled && problems.isEmpty();
  }

  List<PluginException> problems() {
    return problems;
  }

  Optional<PluginOffer> offer() {
    return offer;
  }

  PluginCheck result() {
    return new PluginCheck(place, id, offer.map(PluginOffer::info), isDisabled, problems, warnings);
  }
}
