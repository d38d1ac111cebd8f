package io.modelcounter.report.table;

import java.math.BigInteger;

/** What an amount is counted in, which decides how it is shortened. */
public enum Unit {
  /** Things: multiply-adds, elements, executions. */
  COUNT("") {
    @Override
    public String shorten(BigInteger value) {
      return Numbers.si(value);
    }
  },
  /** Bytes. */
  BYTES("bytes") {
    @Override
    public String shorten(BigInteger value) {
      return Numbers.iec(value);
    }
  };

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /**
   * Writes a number in about three digits.
   *
   * @param value the number
   * @return the number with the prefix of this unit
   */
  public abstract String shorten(BigInteger value);

  /**
   * Name in data.
   *
   * @return the name; empty for counts
   */
  public String text() {
    return text;
  }
}
