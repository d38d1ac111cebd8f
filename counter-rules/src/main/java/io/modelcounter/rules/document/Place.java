package io.modelcounter.rules.document;

/**
 * Where something begins in a document.
 *
 * @param line line, the first is 1
 * @param column character in the line, the first is 1
 */
public record Place(int line, int column) {

  /** Text such as {@code line 3, column 5}. */
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
