package io.modelcounter.cli.terminal;

/** A stream that every process has, in the order of their numbers. */
public enum StandardStream {
  /** Standard input. */
  INPUT,
  /** Standard output. */
  OUTPUT,
  /** Standard error. */
  ERROR
}
