package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * Several products of one input A [..., K] with weights [K, N] that are packed as MatMulNBits packs
 * them. Another input may be added to A and the sum normalized by its root mean square before.
 *
 * <p>An addition per element of A for the other input; the work of RMSNormalization if there is a
 * scale for it; for every weight the work of MatMulNBits.
 */
abstract class PackedProjections extends NamedOperator {
  private static final int SKIP = 1;
  private static final int NORM_SCALE = 2;
  private static final int FIRST_WEIGHT = 3;
  private static final int INPUTS_OF_A_WEIGHT = 3;
  private static final int BIAS = 2;

  private final List<String> columns;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param columns attributes that give the columns of the weights
   */
  PackedProjections(String name, String... columns) {
    super(Contrib.operator(name));
    this.columns = List.of(columns);
  }

  /** Dimensions [..., N] of one product. */
  final Shape output(Call call, int projection) {
    return MatrixProduct.outputShape(call.shape(0), weight(call, projection));
  }

  /** The product with one weight. */
  final MatrixProduct product(Call call, int projection) {
    return MatrixProduct.of(call.shape(0), weight(call, projection));
  }

  /** Work of all products and of what happens to A before. */
  final Work projections(Call call) {
    ElementType type = call.element(0);
    Shape input = call.shape(0);
    Work work = Work.NONE;
    if (call.hasInput(SKIP)) {
      work = work.and(WorkKind.ADD, type, input.elements());
    }
    if (call.hasInput(NORM_SCALE)) {
      work =
          work.plus(
              new NormalizationWork(input.elements(), input.elements(0, input.rank() - 1))
                  .deviation(type)
                  .divide(type)
                  .scale(type, false)
                  .work());
    }
    for (int i = 0; i < columns.size(); i++) {
      MatrixProduct product = product(call, i);
      work =
          work.plus(product.work(type))
              .plus(Quantization.dequantize(type, weight(call, i).elements(), true))
              .plus(BiasWork.of(call, position(i) + BIAS, type, product.sums()));
    }
    return work;
  }

  @Override
  public final InputRole role(Call call, int input) {
    for (int i = 0; i < columns.size(); i++) {
      if (input == position(i) || input == position(i) + BIAS) {
        return InputRole.PARAMETER;
      }
    }
    return input == NORM_SCALE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  @Override
  public final Optional<Size> logicalElements(Call call, int input) {
    for (int i = 0; i < columns.size(); i++) {
      if (input == position(i)) {
        return Optional.of(weight(call, i).elements());
      }
    }
    return Optional.empty();
  }

  private Shape weight(Call call, int projection) {
    return Shape.of(
        PackedMatrixMultiplication.required(call, "K"),
        PackedMatrixMultiplication.required(call, columns.get(projection)));
  }

  private static int position(int projection) {
    return FIRST_WEIGHT + INPUTS_OF_A_WEIGHT * projection;
  }
}
