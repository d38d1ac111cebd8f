package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CenterCropPad (ONNX, CenterCropPad): the axes {@code axes}, by default all, get the sizes of the
 * input {@code shape}; what is too long is cut off on both sides, what is too short is padded.
 */
final class CenterCropPad extends FreeOperator {
  private static final int SHAPE = 1;

  CenterCropPad() {
    super("elements are only copied", "CenterCropPad");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    long[] axes = call.attributes().integers("axes").orElse(new long[0]);
    int count = axes.length == 0 ? input.rank() : axes.length;
    Optional<TensorValue> sizes = call.value(SHAPE);
    if (sizes.isPresent() && sizes.get().size() != count) {
      throw new InvalidNodeException(
          "shape has " + sizes.get().size() + " elements, expected " + count);
    }
    List<Size> dims = new ArrayList<>(input.dims());
    for (int i = 0; i < count; i++) {
      int axis = axes.length == 0 ? i : Axes.normalize(axes[i], input.rank());
      Optional<Size> size = sizes.isPresent() ? sizes.get().at(i).asSize() : Optional.empty();
      dims.set(
          axis,
          size.orElseGet(() -> call.freshSize(0, "dim" + axis, "the requested size is not known")));
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape output =
        call.attributes().has("axes")
            ? Shape.unknownRank(reason)
            : call.sizes(SHAPE).map(Shape::of).orElseGet(() -> Shape.unknownRank(reason));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  /** Only what is kept of the input is read. */
  @Override
  public Traffic traffic(Call call) {
    Shape input = call.shape(0);
    Shape output = call.outputShape(0);
    if (output.rank() != input.rank()) {
      throw new InvalidNodeException(
          "the output is " + output + ", expected the rank of input " + input);
    }
    Size kept = Size.ONE;
    for (int axis = 0; axis < input.rank(); axis++) {
      kept = kept.times(input.dim(axis).min(output.dim(axis)));
    }
    return new Traffic(
        call.element(0).bytes(kept).plus(LayerCounter.bytes(call.type(SHAPE))),
        LayerCounter.bytes(call.outputType(0)));
  }
}
