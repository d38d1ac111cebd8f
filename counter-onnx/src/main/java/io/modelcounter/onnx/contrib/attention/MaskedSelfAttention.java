package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;

/**
 * Attention and DecoderMaskedSelfAttention (ONNX Runtime, contrib operators): projection and
 * attention of one input in one type.
 */
final class MaskedSelfAttention extends ProjectedAttention {

  MaskedSelfAttention() {
    super(
        Contrib.operators("Attention", "DecoderMaskedSelfAttention"),
        new Places(3, 5, new KeyCache(4, 5, 6)));
  }

  @Override
  ElementType type(Call call) {
    return call.element(0);
  }

  @Override
  Work projection(Call call, MergedProjection projection) {
    ElementType type = type(call);
    return projection
        .product()
        .work(type)
        .plus(BiasWork.of(call, BIAS, type, projection.product().sums()));
  }
}
