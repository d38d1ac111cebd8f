package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compress (ONNX, Compress): the slices along one axis, or the elements if none is given, for which
 * a condition holds.
 */
final class Compress extends DataMovement {
  private static final String CONDITION_UNKNOWN = "the condition is not known";

  Compress() {
    super("the elements are only copied", "Compress");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    OptionalLong given = call.attributes().integer("axis");
    Shape data = call.shapeIfKnown(0);
    Optional<int[]> chosen = call.value(1).flatMap(Compress::chosen);
    if (given.isEmpty()) {
      return List.of(output(call, flat(data), 0, chosen));
    }
    return List.of(output(call, call.shape(0), (int) given.getAsLong(), chosen));
  }

  private static Shape flat(Shape data) {
    return data.hasRank() ? Shape.of(data.elements()) : data;
  }

  private static Inferred output(Call call, Shape data, int given, Optional<int[]> chosen) {
    if (!data.hasRank()) {
      Size count =
          chosen.isPresent()
              ? Size.of(chosen.get().length)
              : call.freshSize(0, "count", CONDITION_UNKNOWN);
      return Inferred.tensor(call.element(0), Shape.of(count));
    }
    int axis = Axes.normalize(given, data.rank());
    if (chosen.isEmpty()) {
      Size most = bound(call, data.dim(axis));
      Size count = call.freshSize(0, "count", CONDITION_UNKNOWN, most);
      return withFillOf(call.input(0), Inferred.tensor(call.element(0), data.withDim(axis, count)));
    }
    Shape shape = data.withDim(axis, Size.of(chosen.get().length));
    Inferred output =
        Elements.following(call, shape, value -> value(value, data, axis, chosen.get()));
    return withFillOf(call.input(0), output);
  }

  private static Size bound(Call call, Size length) {
    Shape condition = call.shapeIfKnown(1);
    return condition.hasRank() && condition.rank() == 1 ? length.min(condition.dim(0)) : length;
  }

  /** Positions at which the condition holds, empty if that is not known of each. */
  private static Optional<int[]> chosen(TensorValue condition) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < condition.size(); i++) {
      Optional<Boolean> holds = condition.at(i).asBoolean();
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      if (holds.get()) {
        positions.add(i);
      }
    }
    return Optional.of(positions.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Optional<TensorValue> value(
      TensorValue value, Shape data, int axis, int[] chosen) {
    Optional<long[]> dims = Elements.followedDims(data);
    if (dims.isEmpty()) {
      return Optional.empty();
    }
    int[][] offsets = Elements.allOffsets(dims.get());
    int[] picked = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      picked[i] = chosen[i] < offsets[axis].length ? offsets[axis][chosen[i]] : -1;
    }
    offsets[axis] = picked;
    return Optional.of(Elements.pick(value.reshaped(dims.get()), offsets, Scalar.UNKNOWN));
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
