package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * UnfoldTensor (com.microsoft, UnfoldTensor): all windows of {@code size} elements along one axis,
 * {@code step} apart; they become a last axis of their own.
 *
 * <pre>
 * windows = (length - size) / step + 1
 * </pre>
 */
final class UnfoldTensor extends DataMovement {

  UnfoldTensor() {
    super("the elements are only copied", Contrib.operator("UnfoldTensor"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("dim", -1), input.rank());
    Size size = Size.of(call.attributes().requiredInteger("size"));
    long step = call.attributes().integer("step", 1);
    Size length = input.dim(axis);
    if (!size.isAtLeast(Size.ONE) || size.isGreaterThan(length) || step < 1) {
      throw new InvalidNodeException(
          "size is "
              + size
              + " and step "
              + step
              + ", expected windows of "
              + length
              + " elements");
    }
    List<Size> dims = new ArrayList<>(input.dims());
    dims.set(axis, length.minus(size).floorDiv(Size.of(step)).plus(Size.ONE));
    dims.add(size);
    Shape shape = Shape.of(dims);
    Inferred output =
        Elements.following(
            call, shape, value -> Optional.of(value(value, shape, axis, (int) step)));
    return List.of(withFillOf(call.input(0), output));
  }

  private static TensorValue value(TensorValue source, Shape shape, int axis, int step) {
    int stride = Elements.strides(source.dims())[axis];
    int[][] offsets = Arrays.copyOf(Elements.allOffsets(source.dims()), shape.rank());
    offsets[axis] = Elements.offsets(length(shape, axis), 0, step * stride);
    offsets[shape.rank() - 1] = Elements.offsets(length(shape, -1), 0, stride);
    return Elements.pick(source, offsets, Scalar.UNKNOWN);
  }

  private static int length(Shape shape, int axis) {
    return (int) shape.dim(axis).asLong().orElseThrow();
  }
}
