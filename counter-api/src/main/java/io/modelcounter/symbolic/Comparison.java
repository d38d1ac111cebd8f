package io.modelcounter.symbolic;

/** The answer to whether two sizes are equal for all values of their symbols. */
public enum Comparison {
  /** The sizes are equal for all values of the symbols. */
  SAME,
  /** The sizes are equal for no value of the symbols. */
  DIFFERENT,
  /** It is not known whether the sizes are equal, or it depends on the values of the symbols. */
  UNDECIDED
}
