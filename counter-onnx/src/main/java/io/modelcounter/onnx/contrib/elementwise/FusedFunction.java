package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;
import java.util.function.Function;

/**
 * A function of the elements of X and of further inputs that stretch to it: Y has the type and
 * shape of X.
 *
 * <p>A further input that is a parameter is a bias along the last axis.
 */
final class FusedFunction extends NamedOperator {
  private final Function<Call, ElementWork> work;
  private final List<InputRole> roles;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param work what it does for an element
   * @param roles what the inputs behind X are
   */
  FusedFunction(String name, Function<Call, ElementWork> work, InputRole... roles) {
    super(Contrib.operator(name));
    this.work = work;
    this.roles = List.of(roles);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shapeIfKnown(0);
    if (shape.hasRank() && call.hasInput(1) && role(call, 1) == InputRole.PARAMETER) {
      Shape bias = call.shapeIfKnown(1);
      Shape input = shape;
      shape =
          Dimensions.agreed(
              input,
              -1,
              bias,
              () -> "input is " + input + " with other channels than bias " + bias);
    }
    return List.of(Inferred.tensor(call.element(0), shape));
  }

  @Override
  public Cost count(Call call) {
    return work.apply(call).cost(call.element(0), call.outputShape(0).elements());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input > 0 && input <= roles.size() ? roles.get(input - 1) : InputRole.CONSTANT;
  }
}
