package io.modelcounter.cli.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.core.PluginSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a plugin as a user would find it: its file, what it offers, and how it answers. */
final class PluginVerification {
  private static final String OVERRIDE = "E0711";
  private static final String LOADED = "it can be loaded";

  private final Path file;
  private final Optional<Path> model;
  private final List<Finding> findings = new ArrayList<>();

  private PluginVerification(Path file, Optional<Path> model) {
    this.file = file;
    this.model = model;
  }

  /**
   * Checks a plugin beside what comes with ModelCounter, and no other one.
   *
   * @param file a jar, a directory with the jars of one plugin, or a rule file
   * @param model a model to try it on
   * @return what was found, in order
   */
  static List<Finding> of(Path file, Optional<Path> model) {
    PluginVerification verification = new PluginVerification(file, model);
    verification.run();
    return verification.findings;
  }

  private void run() {
    PluginCheck check;
    try (PluginSet set = plugins().loadUsable()) {
      check = own(set);
    }
    check.warnings().forEach(warning -> findings.add(Finding.warning(LOADED, text(warning))));
    boolean replaces = check.problems().stream().anyMatch(PluginVerification::isOverride);
    check.problems().stream()
        .filter(problem -> !isOverride(problem))
        .forEach(problem -> findings.add(Finding.failed(LOADED, text(problem))));
    if (findings.stream().anyMatch(Finding::isFailure)) {
      return;
    }
    findings.add(Finding.passed(LOADED, check.id() + " " + version(check)));
    if (replaces) {
      String operators = check.problems().get(0).reason();
      findings.add(
          Finding.warning(
              "it needs no --prefer", operators + "; it is used with --prefer " + check.id()));
    }
    try (PluginSet set = set(check.id(), replaces)) {
      PluginInfo info = set.plugin(check.id()).orElseThrow();
      findings.addAll(OfferVerification.of(info.plugin(), set.plugins()));
      model.ifPresent(file -> findings.addAll(ModelVerification.of(file, set, check.id())));
    }
  }

  private PluginSet set(String id, boolean isPreferred) {
    PluginSet.Builder plugins = plugins();
    return (isPreferred ? plugins.prefer(id) : plugins).load();
  }

  private PluginSet.Builder plugins() {
    PluginSet.Builder plugins = Plugins.builtIn();
    PluginSource.add(plugins, file);
    return plugins;
  }

  private PluginCheck own(PluginSet set) {
    return set.checks().stream()
        .filter(check -> check.place().equals(file.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOverride(PluginException problem) {
    return problem.code().equals(OVERRIDE);
  }

  private static String version(PluginCheck check) {
    return check.plugin().map(info -> info.origin().version()).orElse("");
  }

  private static String text(PluginException problem) {
    return "["
        + problem.code()
        + "] "
        + problem.reason()
        + problem.hint().map(hint -> "; " + hint).orElse("");
  }

  private static String text(Diagnostic warning) {
    return "["
        + warning.code()
        + "] "
        + warning.message()
        + warning.hint().map(hint -> "; " + hint).orElse("");
  }
}
