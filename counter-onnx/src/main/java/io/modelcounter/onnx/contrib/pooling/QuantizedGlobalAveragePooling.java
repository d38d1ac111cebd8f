package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QLinearGlobalAveragePool (ONNX Runtime, contrib operators): GlobalAveragePool of quantized
 * images, one window per image and channel.
 */
final class QuantizedGlobalAveragePooling extends QuantizedPooling {

  QuantizedGlobalAveragePooling(String name) {
    super(name);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = images(call);
    for (int axis = 2; axis < output.rank(); axis++) {
      output = output.withDim(axis, Size.ONE);
    }
    return List.of(Inferred.tensor(call.element(0), layout(call).arranged(output)));
  }

  @Override
  Rows windows(Call call) {
    Shape images = images(call);
    return new Rows(images.elements(0, 2), images.elements(2, images.rank()));
  }

  private static Shape images(Call call) {
    Shape images = layout(call).channelsFirst(call.shape(0));
    if (images.rank() < 2) {
      throw new InvalidNodeException("input is " + images + ", expected a rank of at least 2");
    }
    return images;
  }
}
