package io.modelcounter.core.operator.pooling;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MaxUnpool (ONNX, MaxUnpool): puts the elements of X [N, C, D1 … Dn] back to where MaxPool found
 * them, among zeros. The sizes are those of the input {@code output_shape} or those that MaxPool
 * started from.
 */
final class MaximumUnpooling extends FreeOperator {
  private static final int OUTPUT_SHAPE = 2;

  MaximumUnpooling() {
    super("elements are only copied", "MaxUnpool");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Images images = Images.of(call, 3);
    Shape output = call.hasInput(OUTPUT_SHAPE) ? declared(call, images) : inverted(call, images);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  private static Shape declared(Call call, Images images) {
    Optional<List<Size>> sizes = call.sizes(OUTPUT_SHAPE);
    if (sizes.isPresent()) {
      if (sizes.get().size() != images.shape().rank()) {
        throw new InvalidNodeException(
            "output_shape is "
                + sizes.get()
                + ", expected as many sizes as input "
                + images.shape());
      }
      return Shape.of(sizes.get());
    }
    List<Size> unknown = new ArrayList<>(images.axes());
    for (int axis = 2; axis < images.shape().rank(); axis++) {
      unknown.add(call.freshSize(0, "dim" + axis, "the elements of output_shape are not known"));
    }
    return images.resized(unknown);
  }

  private static Shape inverted(Call call, Images images) {
    Attributes attributes = call.attributes();
    Window window = Window.of(attributes, Window.kernelShape(attributes, images.axes()));
    long[] outputPadding = new long[images.axes()];
    return images.resized(window.transposedOutputSizes(images.sizes(), outputPadding));
  }
}
