package io.modelcounter.core.convention;

import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Sizes of a layer. Accessors throw {@link UnknownInputException} where the model does not say what
 * they are asked for.
 */
class LayerSizes {
  private static final int SOFTMAX_OVER_ONE_AXIS = 13;

  private final LayerView layer;

  /**
   * Looks at a layer.
   *
   * @param layer the layer
   */
  LayerSizes(LayerView layer) {
    this.layer = layer;
  }

  /** The layer. */
  final LayerView layer() {
    return layer;
  }

  /** Elements of the first input. */
  final Size in() {
    return elements(0);
  }

  /** Elements of the first output. */
  final Size out() {
    return outShape().elements();
  }

  /** Elements of an input. */
  final Size elements(int input) {
    return shape(input).elements();
  }

  /** Shape of an input. */
  final Shape shape(int input) {
    if (!layer.hasInput(input)) {
      throw new UnknownInputException("an input of " + layer.operator().text() + " is absent");
    }
    return known(layer.input(input).type());
  }

  /** Shape of the first output. */
  final Shape outShape() {
    return known(layer.outputs().get(0));
  }

  private Shape known(ValueType type) {
    if (type instanceof TensorType tensor && tensor.shape().hasRank()) {
      return tensor.shape();
    }
    throw new UnknownInputException("a shape at " + layer.operator().text() + " is not known");
  }

  /** Product of the sizes of an output behind batch and channels. */
  final Size outPositions() {
    return outShape().elements(2, outShape().rank());
  }

  /** Multiply-adds that its counter says. */
  final Size multiplyAdds() {
    Work work = layer.cost().low();
    if (!layer.cost().high().filter(work::equals).isPresent()) {
      throw new UnknownInputException(
          layer.cost().reason().orElse("the work of " + layer.operator().text() + " is not known"));
    }
    List<Size> amounts =
        work.amounts().entrySet().stream()
            .filter(entry -> entry.getKey().kind() == WorkKind.MULTIPLY_ADD)
            .map(entry -> entry.getValue())
            .toList();
    return Size.sum(amounts);
  }

  /** An integer attribute. */
  final long integer(String attribute, long otherwise) {
    return layer.attributes().integer(attribute, otherwise);
  }

  /** A text attribute. */
  final String text(String attribute, String otherwise) {
    return layer.attributes().text(attribute, otherwise);
  }

  /** Elements of the axes that a softmax runs over. */
  final Size softmaxAxis() {
    Shape shape = shape(0);
    boolean one = layer.operator().version() >= SOFTMAX_OVER_ONE_AXIS;
    int axis = Math.toIntExact(integer("axis", one ? -1 : 1));
    int first = axis < 0 ? axis + shape.rank() : axis;
    return one ? shape.dim(first) : shape.elements(first, shape.rank());
  }

  /** Elements of the window of a pooling. */
  final Size window() {
    return Size.product(Window.kernelShape(layer.attributes(), shape(0).rank() - 2));
  }

  /** Number of sizes behind batch and channels. */
  final int spatialRank() {
    return shape(0).rank() - 2;
  }

  /** Interpolation mode of an upsampling: {@code nearest}, {@code linear} or {@code cubic}. */
  final String mode() {
    return text("mode", "nearest");
  }
}
