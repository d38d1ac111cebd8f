package io.modelcounter.spi.support;

import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of products of a matrix product, or of a batch of them.
 *
 * <pre>
 * MACs = batch * M * K * N
 * </pre>
 *
 * @param batch number of products
 * @param rows M, rows of the left matrix
 * @param inner K, columns of the left matrix and rows of the right one
 * @param columns N, columns of the right matrix
 */
public record MatrixProduct(Size batch, Size rows, Size inner, Size columns) {

  /**
   * Product of two tensors by the rule of NumPy's matmul (ONNX, MatMul): the last two axes are
   * multiplied, those before them are broadcast, and a vector stands for one row on the left and
   * for one column on the right.
   *
   * @param left shape with known rank
   * @param right shape with known rank
   * @return the product
   * @throws InvalidNodeException if a tensor is a scalar or the shapes can never fit
   */
  public static MatrixProduct of(Shape left, Shape right) {
    requireVector(left);
    requireVector(right);
    Size rows = left.rank() == 1 ? Size.ONE : left.dim(-2);
    Size columns = right.rank() == 1 ? Size.ONE : right.dim(-1);
    Size inner = inner(left.dim(-1), rowsOf(right), left, right);
    return new MatrixProduct(batchShape(left, right).elements(), rows, inner, columns);
  }

  /**
   * Shape of the product of two tensors by the rule of {@link #of}.
   *
   * @param left shape with known rank
   * @param right shape with known rank
   * @return the shape, without the axis that a vector does not have
   * @throws InvalidNodeException if a tensor is a scalar or the shapes can never fit
   */
  public static Shape outputShape(Shape left, Shape right) {
    requireVector(left);
    requireVector(right);
    inner(left.dim(-1), rowsOf(right), left, right);
    List<Size> dims = new ArrayList<>(batchShape(left, right).dims());
    if (left.rank() > 1) {
      dims.add(left.dim(-2));
    }
    if (right.rank() > 1) {
      dims.add(right.dim(-1));
    }
    return Shape.of(dims);
  }

  /**
   * Multiply-adds of the product.
   *
   * @return their number
   */
  public Size multiplyAdds() {
    return Size.product(List.of(batch, rows, inner, columns));
  }

  /**
   * Elements of the result, one sum each.
   *
   * @return their number
   */
  public Size sums() {
    return Size.product(List.of(batch, rows, columns));
  }

  /**
   * Work of the product without bias.
   *
   * @param type element type
   * @return the work
   */
  public Work work(ElementType type) {
    Size products = multiplyAdds();
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, products);
    return products.isZero() ? work : work.and(WorkKind.SUM_START, type, sums());
  }

  /**
   * How the multiply-adds come about.
   *
   * @return the formula
   */
  public Formula formula() {
    Formula formula =
        batch.isOne()
            ? Formula.of("M * K * N")
            : Formula.of("batch * M * K * N").where("batch", "matrices in the batch", batch);
    return formula
        .where("M", "rows of the left matrix", rows)
        .where("K", "columns of the left matrix, rows of the right one", inner)
        .where("N", "columns of the right matrix", columns);
  }

  private static Size rowsOf(Shape right) {
    return right.dim(right.rank() == 1 ? 0 : -2);
  }

  private static Size inner(Size left, Size right, Shape leftShape, Shape rightShape) {
    return Dimensions.agreed(
        left,
        right,
        () -> "shapes " + leftShape + " and " + rightShape + " do not multiply as matrices");
  }

  private static Shape batchShape(Shape left, Shape right) {
    return Broadcasting.broadcast(batchShape(left), batchShape(right));
  }

  private static Shape batchShape(Shape shape) {
    return Shape.of(shape.dims().subList(0, Math.max(0, shape.rank() - 2)));
  }

  private static void requireVector(Shape shape) {
    if (shape.rank() == 0) {
      throw new InvalidNodeException("a matrix product of a scalar is not defined");
    }
  }
}
