package io.modelcounter.cli.terminal;

import java.util.Locale;

/** When to use colours. */
public enum ColorMode {
  /** If the environment does not forbid it and a person looks on. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** The word of the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether to use colours on a stream. In {@link #AUTO}, a variable that forbids them wins
   * over one that demands them, and either wins over what the terminal is; empty variables count as
   * not set.
   */
  public boolean isOn(Console console, StandardStream stream) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isWanted(console, stream);
    };
  }

  private static boolean isWanted(Console console, StandardStream stream) {
    if (console.environment("MODELCOUNTER_NO_COLOR").isPresent()
        || console.environment("NO_COLOR").isPresent()) {
      return false;
    }
    if (isForced(console, "FORCE_COLOR") || isForced(console, "CLICOLOR_FORCE")) {
      return true;
    }
    boolean dumb = console.environment("TERM").filter("dumb"::equals).isPresent();
    return console.isTerminal(stream) && !dumb;
  }

  private static boolean isForced(Console console, String variable) {
    return console.environment(variable).filter(value -> !value.equals("0")).isPresent();
  }
}
