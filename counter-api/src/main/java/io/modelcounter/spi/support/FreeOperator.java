package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorRange;
import java.util.List;

/** An operator that computes nothing. */
public abstract class FreeOperator extends NamedOperator {
  private final Cost cost;

  /**
   * Declares operators of the standard domain free.
   *
   * @param reason why nothing is computed
   * @param names names of the operators
   */
  protected FreeOperator(String reason, String... names) {
    super(names);
    this.cost = Cost.free(reason);
  }

  /**
   * Declares an operator of any domain free.
   *
   * @param reason why nothing is computed
   * @param operator the operator
   */
  protected FreeOperator(String reason, OperatorRange operator) {
    super(operator);
    this.cost = Cost.free(reason);
  }

  /**
   * Declares several operators free.
   *
   * @param reason why nothing is computed
   * @param operators the operators
   */
  protected FreeOperator(String reason, List<OperatorRange> operators) {
    super(operators);
    this.cost = Cost.free(reason);
  }

  @Override
  public final Cost count(Call call) {
    return cost;
  }
}
