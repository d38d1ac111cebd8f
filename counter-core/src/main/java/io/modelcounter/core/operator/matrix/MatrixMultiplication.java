package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.List;
import java.util.Optional;

/** MatMul (ONNX, MatMul): A [..., M, K] and B [..., K, N] give Y [..., M, N]. */
final class MatrixMultiplication extends NamedOperator {

  MatrixMultiplication() {
    super("MatMul");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(call.shape(0), call.shape(1));
    Inferred output = Inferred.tensor(OperandType.of(call), shape);
    return List.of(
        call.input(0).mayHaveValue()
                && call.input(1).mayHaveValue()
                && Elements.followedDims(shape).isPresent()
            ? output.withValue(() -> value(call))
            : output);
  }

  /** Elements of the product of two known matrices or vectors. */
  private static Optional<TensorValue> value(Call call) {
    Optional<TensorValue> left = call.value(0).filter(value -> value.rank() <= 2);
    Optional<TensorValue> right =
        left.isPresent() ? call.value(1).filter(value -> value.rank() <= 2) : Optional.empty();
    return right.map(value -> KnownProduct.of(OperandType.of(call), left.get(), value));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(OperandType.of(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = MatrixProduct.of(call.shape(0), call.shape(1));
    return Cost.of(product.work(OperandType.of(call)), product.formula());
  }

  /**
   * A weight, unless it is a stack of columns or rows that is only multiplied with single numbers:
   * that is how a table of rotary frequencies meets the positions.
   */
  @Override
  public InputRole role(Call call, int input) {
    Shape stored = call.shapeIfKnown(input);
    boolean isOuterProduct =
        stored.hasRank() && stored.rank() > 2 && stored.dim(input == 0 ? -1 : -2).isOne();
    return isOuterProduct ? InputRole.CONSTANT : InputRole.PARAMETER;
  }
}
