package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * Gemm (ONNX, Gemm): Y = alpha * A' * B' + beta * C with A' [M, K], B' [K, N] and C broadcast to
 * [M, N].
 *
 * <p>A factor other than 1 is a multiplication per element that it scales; C is a bias addition per
 * output element. The attribute {@code broadcast} of versions 1 and 6 changes neither.
 */
final class GeneralMatrixMultiplication extends NamedOperator {

  GeneralMatrixMultiplication() {
    super("Gemm");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Optional<Shape> left = matrix(call, 0, "transA");
    Optional<Shape> right = matrix(call, 1, "transB");
    Size rows = left.map(matrix -> matrix.dim(0)).orElseGet(() -> unknown(call, 0, "rows"));
    Size columns = right.map(matrix -> matrix.dim(1)).orElseGet(() -> unknown(call, 1, "columns"));
    if (left.isPresent() && right.isPresent()) {
      MatrixProduct.outputShape(left.get(), right.get()); // refuses what does not multiply
    }
    Shape shape = Shape.of(rows, columns);
    if (call.hasInput(2) && call.shapeIfKnown(2).hasRank()) {
      requireBias(call.shape(2), shape);
    }
    return List.of(Inferred.tensor(OperandType.of(call), shape));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = OperandType.of(call);
    MatrixProduct product = product(call);
    Work work = product.work(type);
    if (isFactor(call, "alpha")) {
      work = work.and(WorkKind.MULTIPLY, type, product.sums());
    }
    Formula formula = product.formula();
    if (call.hasInput(2)) {
      work = work.and(WorkKind.BIAS_ADD, type, product.sums());
      if (isFactor(call, "beta")) {
        work = work.and(WorkKind.MULTIPLY, type, call.shape(2).elements());
      }
    }
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }

  private static MatrixProduct product(Call call) {
    call.shape(0); // without them the work is unknown
    call.shape(1);
    return MatrixProduct.of(
        matrix(call, 0, "transA").orElseThrow(), matrix(call, 1, "transB").orElseThrow());
  }

  private static Optional<Shape> matrix(Call call, int input, String transposed) {
    Shape shape = call.shapeIfKnown(input);
    if (!shape.hasRank()) {
      return Optional.empty();
    }
    if (shape.rank() != 2) {
      throw new InvalidNodeException(
          "input " + input + " of Gemm is " + shape + ", expected a matrix");
    }
    return Optional.of(
        call.attributes().integer(transposed, 0) == 0
            ? shape
            : Shape.of(shape.dim(1), shape.dim(0)));
  }

  private static Size unknown(Call call, int input, String label) {
    return call.freshSize(
        0, label, call.shapeIfKnown(input).unknownReason().orElse("the shape is unknown"));
  }

  private static void requireBias(Shape bias, Shape output) {
    if (bias.rank() > 2) {
      Size leading = bias.elements(0, bias.rank() - 2);
      if (!leading.isOne()) {
        throw new InvalidNodeException("C is " + bias + ", expected what broadcasts to " + output);
      }
    } else {
      Broadcasting.broadcast(bias, output);
    }
  }

  private static boolean isFactor(Call call, String attribute) {
    return call.attributes().real(attribute).orElse(1) != 1;
  }
}
