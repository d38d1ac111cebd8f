package io.modelcounter.cli;

import io.modelcounter.cli.terminal.Console;

/** Runs the command as a process. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // What a plugin prints must not get into a report on standard output.
    System.setOut(System.err);
    System.exit(new Application(Console.ofProcess()).run(args));
  }
}
