package io.modelcounter.cli.terminal;

import java.util.Optional;

/** Finds out whether a person looks at the streams of this process. */
final class TerminalCheck {
  private TerminalCheck() {}

  /**
   * Tells whether standard input and standard output are a terminal. Java 17 has a console only
   * then; Java 22 always has one, and a method that tells.
   */
  static boolean isInteractive() {
    return Optional.ofNullable(System.console()).filter(TerminalCheck::isTerminal).isPresent();
  }

  private static boolean isTerminal(java.io.Console console) {
    try {
      return Boolean.TRUE.equals(java.io.Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException unexpected) {
      throw new IllegalStateException("Console.isTerminal takes no argument", unexpected);
    }
  }
}
