package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * Several operators as one, so that one test can try them all: each call goes to the operator that
 * serves it.
 */
public final class OperatorFamily implements Operator {
  private final List<Operator> family;

  /**
   * Joins operators.
   *
   * @param family the operators
   */
  public OperatorFamily(List<Operator> family) {
    this.family = family;
  }

  @Override
  public List<OperatorRange> operators() {
    return family.stream().flatMap(operator -> operator.operators().stream()).toList();
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return member(call).outputs(call);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return member(call).withoutShapes(call, reason);
  }

  @Override
  public boolean handles(Call call) {
    return member(call).handles(call);
  }

  @Override
  public Cost count(Call call) {
    return member(call).count(call);
  }

  @Override
  public InputRole role(Call call, int input) {
    return member(call).role(call, input);
  }

  @Override
  public Optional<Size> logicalElements(Call call, int input) {
    return member(call).logicalElements(call, input);
  }

  @Override
  public Traffic traffic(Call call) {
    return member(call).traffic(call);
  }

  @Override
  public Size scratchBytes(Call call) {
    return member(call).scratchBytes(call);
  }

  private Operator member(Call call) {
    return family.stream()
        .filter(
            operator ->
                operator.operators().stream().anyMatch(range -> range.contains(call.operator())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operator of the family serves " + call));
  }
}
