package io.modelcounter.analysis;

/** How sure the cost of a layer is. */
public enum LayerStatus {
  /** Known to the integer, possibly as a formula in the symbols of the file. */
  EXACT("exact"),
  /** Between two bounds, or at least a lower one. */
  BOUNDED("bounded"),
  /** Nothing is known; never taken for zero. */
  UNKNOWN("unknown"),
  /** Nothing is computed, by declaration. */
  FREE("free");

  private final String text;

  LayerStatus(String text) {
    this.text = text;
  }

  /**
   * Name in reports.
   *
   * @return lower-case word
   */
  public String text() {
    return text;
  }
}
