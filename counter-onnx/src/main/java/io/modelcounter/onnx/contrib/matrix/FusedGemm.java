package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.onnx.contrib.FusedActivation;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.operator.GeneralMatrixMultiplication;
import io.modelcounter.symbolic.Size;

/**
 * FusedGemm (ONNX Runtime, contrib operators): Gemm of ONNX with an activation function per output
 * element.
 */
final class FusedGemm extends GeneralMatrixMultiplication {

  FusedGemm() {
    super(Contrib.operator("FusedGemm"));
  }

  @Override
  protected Work further(Call call, ElementType type, Size outputs) {
    return FusedActivation.work(call.attributes(), type, outputs);
  }
}
