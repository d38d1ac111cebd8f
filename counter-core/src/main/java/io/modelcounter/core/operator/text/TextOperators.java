package io.modelcounter.core.operator.text;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The text family. */
public final class TextOperators {
  /** Why an operator is free whose work is none of the kinds that are counted. */
  static final String REASON = "texts are rearranged, no numbers are computed";

  private TextOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new StringConcat(),
        new StringNormalizer(),
        new StringSplit(),
        new RegexFullMatch(),
        new NgramCount());
  }
}
