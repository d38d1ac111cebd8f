package io.modelcounter.spi.support;

import io.modelcounter.spi.OperatorRange;
import java.util.Arrays;
import java.util.List;

/** An operator that is served under one name, or under several, in all its versions. */
public abstract class NamedOperator implements Operator {
  private final List<OperatorRange> operators;

  /**
   * Serves operators of the standard domain.
   *
   * @param names names of the operators
   */
  protected NamedOperator(String... names) {
    this.operators = Arrays.stream(names).map(OperatorRange::onnx).toList();
  }

  /**
   * Serves an operator of any domain.
   *
   * @param operator the operator
   */
  protected NamedOperator(OperatorRange operator) {
    this.operators = List.of(operator);
  }

  /**
   * Serves several operators, or several versions of one.
   *
   * @param operators the operators
   */
  protected NamedOperator(List<OperatorRange> operators) {
    this.operators = List.copyOf(operators);
  }

  @Override
  public final List<OperatorRange> operators() {
    return operators;
  }
}
