package io.modelcounter.cli.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When to use colours. */
public enum ColorMode {
  /** If the environment does not forbid it and a person looks on. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** The mode that a word of the command line names, in lower case. */
  public static Optional<ColorMode> named(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
        .findAny();
  }

  /**
   * Tells whether to use colours on a console. In {@link #AUTO}, a variable that forbids them wins
   * over one that demands them, and either wins over what the terminal is; empty variables count as
   * not set.
   */
  public boolean isOn(Console console) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isWanted(console);
    };
  }

  private static boolean isWanted(Console console) {
    if (console.environment("MODELCOUNTER_NO_COLOR").isPresent()
        || console.environment("NO_COLOR").isPresent()) {
      return false;
    }
    if (isForced(console, "FORCE_COLOR") || isForced(console, "CLICOLOR_FORCE")) {
      return true;
    }
    boolean dumb = console.environment("TERM").filter("dumb"::equals).isPresent();
    return console.isInteractive() && !dumb;
  }

  private static boolean isForced(Console console, String variable) {
    return console.environment(variable).filter(value -> !value.equals("0")).isPresent();
  }
}
