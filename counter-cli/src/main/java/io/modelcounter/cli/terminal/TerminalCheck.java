package io.modelcounter.cli.terminal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds out which streams of this process are a terminal. */
final class TerminalCheck {
  /**
   * Digits of the streams that are a terminal, such as {@code 012}: what started the JVM can tell
   * each stream apart, and Java cannot.
   */
  private static final String PROPERTY = "modelcounter.terminals";

  private TerminalCheck() {}

  /** The streams that are a terminal, as far as that can be known. */
  static Set<StandardStream> terminals() {
    String digits = System.getProperty(PROPERTY);
    return digits == null ? asJavaSees() : named(digits);
  }

  static Set<StandardStream> named(String digits) {
    Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
    StandardStream[] streams = StandardStream.values();
    for (int number = 0; number < streams.length; number++) {
      if (digits.indexOf('0' + number) >= 0) {
        terminals.add(streams[number]);
      }
    }
    return terminals;
  }

  /**
   * All streams if standard input and standard output are a terminal, and none otherwise. Java 17
   * has a console only then; Java 22 always has one, and a method that tells.
   */
  private static Set<StandardStream> asJavaSees() {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(TerminalCheck::isTerminal).isPresent();
    return isTerminal ? EnumSet.allOf(StandardStream.class) : EnumSet.noneOf(StandardStream.class);
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
