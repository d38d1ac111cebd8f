package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Rows;
import java.util.List;

/**
 * QLinearAveragePool (ONNX Runtime, contrib operators): AveragePool of quantized images.
 *
 * <p>Every window counts with all its elements, also those in the padding.
 */
final class QuantizedAveragePooling extends QuantizedPooling {

  QuantizedAveragePooling(String name) {
    super(name);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), window(call).output(call.shape(0))));
  }

  @Override
  Rows windows(Call call) {
    return window(call).windows(call.outputShape(0));
  }

  private static PoolingWindow window(Call call) {
    return new PoolingWindow(call.attributes(), layout(call));
  }
}
