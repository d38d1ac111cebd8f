package io.modelcounter.core.plugin;

import java.util.Set;

/** The packages that a plugin shares with ModelCounter: those of its API, and nothing else. */
final class ApiPackages {
  private static final Set<String> NAMES =
      Set.of(
          "io.modelcounter.symbolic",
          "io.modelcounter.model",
          "io.modelcounter.cost",
          "io.modelcounter.analysis",
          "io.modelcounter.spi",
          "io.modelcounter.spi.support");

  private ApiPackages() {}

  static Set<String> names() {
    return NAMES;
  }

  /** Tells whether a class belongs to the API. */
  static boolean haveClass(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && NAMES.contains(name.substring(0, dot));
  }

  /** Tells whether an entry of a jar is a class of the API. */
  static boolean haveEntry(String entry) {
    return entry.startsWith("io/modelcounter/")
        && entry.endsWith(".class")
        && haveClass(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'));
  }
}
