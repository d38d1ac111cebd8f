package io.modelcounter.cli.message;

import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Writes messages to standard error. */
public final class Messages {
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String CYAN = "36";

  private final Console console;
  private final Verbosity verbosity;
  private final boolean colored;

  /** Makes a writer of messages. */
  public Messages(Console console, Verbosity verbosity, boolean colored) {
    this.console = console;
    this.verbosity = verbosity;
    this.colored = colored;
  }

  /** How much is said. */
  public Verbosity verbosity() {
    return verbosity;
  }

  /** Reports a failure, with its stack trace when debugging. */
  public void failure(CommandException failure) {
    print("error", RED, failure.details());
    if (verbosity.isAtLeast(Verbosity.DEBUG)) {
      Throwable cause = failure.getCause();
      trace(cause == null ? failure : cause);
    }
  }

  /** Says what is odd about how the command was called, unless nothing but errors is to be said. */
  public void caution(Message message) {
    if (verbosity.isAtLeast(Verbosity.NORMAL)) {
      print("warning", YELLOW, message);
    }
  }

  /** Says what is odd, if much is to be said. */
  public void warning(Message message) {
    if (verbosity.isAtLeast(Verbosity.VERBOSE)) {
      print("warning", YELLOW, message);
    }
  }

  /** Says what is good to know, if much is to be said. */
  public void note(Message message) {
    if (verbosity.isAtLeast(Verbosity.VERBOSE)) {
      print("note", CYAN, message);
    }
  }

  /** Says a sentence, unless nothing but errors is to be said. */
  public void say(String sentence) {
    if (verbosity.isAtLeast(Verbosity.NORMAL)) {
      console.printError(SafeText.sentence(sentence));
    }
  }

  private void print(String word, String color, Message message) {
    List<String> lines = message.lines();
    String shown = colored ? "\u001b[1;" + color + "m" + word + "\u001b[0m" : word;
    console.printError(shown + lines.get(0));
    lines.subList(1, lines.size()).forEach(console::printError);
  }

  private void trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    trace.toString().lines().forEach(line -> console.printError(visible(line)));
  }

  private static String visible(String line) {
    return line.startsWith("\t")
        ? "    " + SafeText.sentence(line.substring(1))
        : SafeText.sentence(line);
  }
}
