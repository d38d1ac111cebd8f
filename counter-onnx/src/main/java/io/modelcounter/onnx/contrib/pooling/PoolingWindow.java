package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A window that slides over images (ONNX, MaxPool and AveragePool).
 *
 * @param attributes attributes of the node
 * @param layout layout of the images
 */
record PoolingWindow(Attributes attributes, TensorLayout layout) {

  /** Dimensions of the output by those of the input. */
  Shape output(Shape input) {
    Shape images = layout.channelsFirst(input);
    requireImages(images);
    List<Size> kernel = Window.kernelShape(attributes, images.rank() - 2);
    List<Size> dims = new ArrayList<>(images.dims().subList(0, 2));
    dims.addAll(Window.of(attributes, kernel).outputSizes(images.dims().subList(2, images.rank())));
    return layout.arranged(Shape.of(dims));
  }

  /** The windows, one an output element, with all their elements, also those in the padding. */
  Rows windows(Shape output) {
    List<Size> kernel = Window.kernelShape(attributes, output.rank() - 2);
    return new Rows(output.elements(), Size.product(kernel));
  }

  private static void requireImages(Shape images) {
    if (images.rank() < 3) {
      throw new InvalidNodeException("input is " + images + ", expected a rank of at least 3");
    }
  }
}
