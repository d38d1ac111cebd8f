package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.GemmOperands;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import java.util.List;

/**
 * QGemm (ONNX Runtime, contrib operators): Gemm of 8-bit matrices A (input 0) and B (input 3),
 * whose output is quantized if it has a zero point (input 8), otherwise float32.
 *
 * <p>A subtraction of the zero point per element of A and B, an int32 bias addition per output
 * element if there is a C; the sums are requantized, or converted and multiplied by the combined
 * scale, which alpha goes into.
 */
final class QuantizedGemm extends NamedOperator {
  private static final int LEFT = 0;
  private static final int SCALE = 1;
  private static final int RIGHT = 3;
  private static final int SUMMAND = 6;
  private static final int OUTPUT_ZERO_POINT = 8;

  QuantizedGemm() {
    super(Contrib.operator("QGemm"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(target(call), new GemmOperands(call, LEFT, RIGHT).outputShape()));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = new GemmOperands(call, LEFT, RIGHT).product();
    Work work =
        product
            .work(call.element(LEFT))
            .plus(Quantization.shifts(call, LEFT, RIGHT))
            .plus(BiasWork.of(call, SUMMAND, ElementType.INT32, product.sums()))
            .plus(
                call.hasInput(OUTPUT_ZERO_POINT)
                    ? Quantization.requantize(call.element(SCALE), target(call), product.sums())
                    : Quantization.scaleSums(target(call), product.sums()));
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case LEFT, RIGHT, SUMMAND -> InputRole.PARAMETER;
      default -> InputRole.CONSTANT;
    };
  }

  private static ElementType target(Call call) {
    return call.hasInput(OUTPUT_ZERO_POINT) ? call.element(OUTPUT_ZERO_POINT) : ElementType.FLOAT32;
  }
}
