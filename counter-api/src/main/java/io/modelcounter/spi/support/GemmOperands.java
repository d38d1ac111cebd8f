package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/**
 * The matrices A' [M, K] and B' [K, N] of a general matrix multiplication {@code alpha * A' * B' +
 * beta * C}, which the attributes {@code transA} and {@code transB} transpose (ONNX, Gemm).
 *
 * @param call the call
 * @param left position of A
 * @param right position of B
 */
public record GemmOperands(Call call, int left, int right) {

  /**
   * Dimensions of the output, as far as they are known.
   *
   * @return [M, N]
   * @throws InvalidNodeException if an operand is not a matrix or they do not multiply
   */
  public Shape outputShape() {
    Optional<Shape> a = matrix(left, "transA");
    Optional<Shape> b = matrix(right, "transB");
    Size rows = a.map(matrix -> matrix.dim(0)).orElseGet(() -> unknown(left, "rows"));
    Size columns = b.map(matrix -> matrix.dim(1)).orElseGet(() -> unknown(right, "columns"));
    if (a.isPresent() && b.isPresent()) {
      MatrixProduct.outputShape(a.get(), b.get()); // refuses what does not multiply
    }
    return Shape.of(rows, columns);
  }

  /**
   * The product, which needs both shapes.
   *
   * @return the product
   * @throws InvalidNodeException if an operand is not a matrix or they do not multiply
   */
  public MatrixProduct product() {
    call.shape(left); // without them the work is unknown
    call.shape(right);
    return MatrixProduct.of(
        matrix(left, "transA").orElseThrow(), matrix(right, "transB").orElseThrow());
  }

  /**
   * Work after the product: a factor alpha other than 1 is a multiplication per output element, C a
   * bias addition per output element, and a factor beta other than 1 a multiplication per element
   * of C.
   *
   * @param type element type
   * @param outputs number of output elements
   * @param summand position of C
   * @return the work
   */
  public Work scaledSum(ElementType type, Size outputs, int summand) {
    Work work = scaling(type, outputs);
    if (call.hasInput(summand)) {
      work = work.and(WorkKind.BIAS_ADD, type, outputs);
      if (isFactor(call, "beta")) {
        work = work.and(WorkKind.MULTIPLY, type, call.shape(summand).elements());
      }
    }
    return work;
  }

  /**
   * Work of the factor alpha: a multiplication per output element, none if it is 1.
   *
   * @param type element type
   * @param outputs number of output elements
   * @return the work
   */
  public Work scaling(ElementType type, Size outputs) {
    return isFactor(call, "alpha") ? Work.of(WorkKind.MULTIPLY, type, outputs) : Work.NONE;
  }

  /**
   * Checks that C stretches to the output.
   *
   * @param summand position of C
   * @param output dimensions of the output
   * @throws InvalidNodeException if it is certain that it does not
   */
  public void requireSummand(int summand, Shape output) {
    if (!call.hasInput(summand) || !call.shapeIfKnown(summand).hasRank()) {
      return;
    }
    Shape shape = call.shape(summand);
    if (shape.rank() > 2) {
      Size leading = shape.elements(0, shape.rank() - 2);
      if (!leading.isOne()) {
        throw new InvalidNodeException("C is " + shape + ", expected what broadcasts to " + output);
      }
    } else {
      Broadcasting.broadcast(shape, output);
    }
  }

  private Optional<Shape> matrix(int input, String transposed) {
    Shape shape = call.shapeIfKnown(input);
    if (!shape.hasRank()) {
      return Optional.empty();
    }
    if (shape.rank() != 2) {
      throw new InvalidNodeException(
          "input "
              + input
              + " of "
              + call.operator().name()
              + " is "
              + shape
              + ", expected a matrix");
    }
    return Optional.of(
        call.attributes().integer(transposed, 0) == 0
            ? shape
            : Shape.of(shape.dim(1), shape.dim(0)));
  }

  private Size unknown(int input, String label) {
    return call.freshSize(
        0, label, call.shapeIfKnown(input).unknownReason().orElse("the shape is unknown"));
  }

  private static boolean isFactor(Call call, String attribute) {
    return call.attributes().real(attribute).orElse(1) != 1;
  }
}
