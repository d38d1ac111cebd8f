package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.Quantization;

/**
 * QAttention (ONNX Runtime, contrib operators): the projection multiplies 8-bit integers, the
 * attention computes in the type of the bias.
 *
 * <p>A zero point is a subtraction per element of input or weight; every sum of the projection is
 * converted and multiplied with the two scales as one factor.
 */
final class QuantizedAttention extends ProjectedAttention {
  private static final int INPUT_ZERO_POINT = 6;
  private static final int WEIGHT_ZERO_POINT = 7;

  QuantizedAttention() {
    super(Contrib.operators("QAttention"), new Places(5, NONE, new KeyCache(8, 5, NONE)));
  }

  @Override
  ElementType type(Call call) {
    return call.element(BIAS);
  }

  @Override
  Work projection(Call call, MergedProjection projection) {
    ElementType type = type(call);
    Work work =
        projection
            .product()
            .work(call.element(0))
            .plus(Quantization.scaleSums(type, projection.product().sums()))
            .plus(BiasWork.of(call, BIAS, type, projection.product().sums()));
    if (call.hasInput(INPUT_ZERO_POINT)) {
      work = work.plus(Quantization.shifts(call, 0));
    }
    return call.hasInput(WEIGHT_ZERO_POINT) ? work.plus(Quantization.shifts(call, WEIGHT)) : work;
  }
}
