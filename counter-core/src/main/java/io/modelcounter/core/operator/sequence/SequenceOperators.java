package io.modelcounter.core.operator.sequence;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The sequence family: operators on sequences and optional values. */
public final class SequenceOperators {
  private SequenceOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new SequenceConstruct(),
        new SequenceEmpty(),
        new SequenceInsert(),
        new SequenceErase(),
        new SequenceAt(),
        new SequenceLength(),
        new SplitToSequence(),
        new ConcatFromSequence(),
        new OptionalValue(),
        new OptionalGetElement(),
        new OptionalHasElement());
  }
}
