package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * The product of A [..., M, K] and a weight [K, N] that input 1 holds packed.
 *
 * <p>The multiply-adds of MatMul in the type of A; an element of the weight takes a multiplication
 * by its scale, and a subtraction where there is a zero point; a bias is an addition per output
 * element.
 */
abstract class PackedMatrixMultiplication extends NamedOperator {
  /** What the cost of dequantizing a weight rests on. */
  static final String DEQUANTIZED_ONCE = "Packed weights are dequantized once a call.";

  private static final int WEIGHT = 1;

  private final int bias;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param bias position of the bias
   */
  PackedMatrixMultiplication(String name, int bias) {
    super(Contrib.operator(name));
    this.bias = bias;
  }

  /** Dimensions [K, N] of the weight when it is unpacked. */
  abstract Shape weight(Call call);

  /** Tells whether the weight has zero points. */
  abstract boolean hasZeroPoints(Call call);

  /** Work beyond product, dequantization and bias, by default none. */
  Work further(Call call, ElementType type) {
    return Work.NONE;
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(call.shape(0), weight(call));
    return List.of(Inferred.tensor(call.element(0), shape));
  }

  @Override
  public final Cost count(Call call) {
    Shape weight = weight(call);
    MatrixProduct product = MatrixProduct.of(call.shape(0), weight);
    ElementType type = call.element(0);
    Work work =
        product
            .work(type)
            .plus(Quantization.dequantize(type, weight.elements(), hasZeroPoints(call)))
            .plus(BiasWork.of(call, bias, type, product.sums()))
            .plus(further(call, type));
    return Cost.of(work, product.formula()).assuming(DEQUANTIZED_ONCE);
  }

  @Override
  public final InputRole role(Call call, int input) {
    return input == WEIGHT || input == bias ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  @Override
  public final Optional<Size> logicalElements(Call call, int input) {
    return input == WEIGHT ? Optional.of(weight(call).elements()) : Optional.empty();
  }

  /** A size that an attribute must give. */
  static Size required(Call call, String attribute) {
    return Size.of(call.attributes().requiredInteger(attribute));
  }
}
