package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.List;

/**
 * FC (ONNX 1.1, FC, an experimental operator that was removed): Y = X * W' + b, where X and W are
 * flattened to matrices [M, K] and [N, K] at the axes that {@code axis} and {@code axis_w} name.
 */
final class FullyConnected extends NamedOperator {
  private static final int BIAS = 2;

  FullyConnected() {
    super("FC");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    MatrixProduct product = product(call);
    Shape shape = Shape.of(product.rows(), product.columns());
    return List.of(Inferred.tensor(OperandType.of(call), shape));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = OperandType.of(call);
    MatrixProduct product = product(call);
    return Cost.of(
        product.work(type).plus(BiasWork.of(call, BIAS, type, product.sums())), product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.CONSTANT : InputRole.PARAMETER;
  }

  private static MatrixProduct product(Call call) {
    Shape weight = flattened(call, 1, "axis_w");
    return MatrixProduct.of(flattened(call, 0, "axis"), Shape.of(weight.dim(1), weight.dim(0)));
  }

  private static Shape flattened(Call call, int input, String attribute) {
    Shape shape = call.shape(input);
    int axis = Axes.normalize(call.attributes().integer(attribute, 1), shape.rank());
    return Shape.of(shape.elements(0, axis), shape.elements(axis, shape.rank()));
  }
}
