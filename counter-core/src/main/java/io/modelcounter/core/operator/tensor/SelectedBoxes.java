package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Elements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The boxes that a NonMaxSuppression selects from few boxes that are all known: in the order of
 * their scores, each that overlaps none of those before it by more than the threshold. Calculated
 * in binary32, as in runtimes.
 */
final class SelectedBoxes {
  private static final int MOST_BOXES = 256;

  private final float[] boxes;
  private final float[] scores;
  private final boolean areCentered;
  private final float overlap;
  private final float least;

  private SelectedBoxes(
      float[] boxes, float[] scores, boolean areCentered, float overlap, float least) {
    this.boxes = boxes;
    this.scores = scores;
    this.areCentered = areCentered;
    this.overlap = overlap;
    this.least = least;
  }

  /** Image, class and box of every selected box, or empty if anything needed is not known. */
  static Optional<TensorValue> of(Call call) {
    Optional<float[]> boxes = call.value(0).flatMap(SelectedBoxes::reals);
    Optional<float[]> scores = call.value(1).flatMap(SelectedBoxes::reals);
    Optional<long[]> dims = Elements.followedDims(call.shapeIfKnown(1));
    OptionalLong limit = call.hasInput(2) ? limit(call) : OptionalLong.of(0);
    Optional<Float> overlap = single(call, 3, 0);
    Optional<Float> least = single(call, 4, Float.NEGATIVE_INFINITY);
    if (boxes.isEmpty()
        || scores.isEmpty()
        || dims.isEmpty()
        || limit.isEmpty()
        || overlap.isEmpty()
        || least.isEmpty()
        || dims.get()[2] > MOST_BOXES
        || boxes.get().length != 4 * dims.get()[0] * dims.get()[2]) {
      return Optional.empty();
    }
    boolean areCentered = call.attributes().integer("center_point_box", 0) != 0;
    SelectedBoxes selection =
        new SelectedBoxes(boxes.get(), scores.get(), areCentered, overlap.get(), least.get());
    return Optional.of(selection.ofAll(dims.get(), limit.getAsLong()));
  }

  private static Optional<Float> single(Call call, int input, float otherwise) {
    return call.hasInput(input)
        ? call.value(input)
            .flatMap(SelectedBoxes::reals)
            .filter(given -> given.length == 1)
            .map(given -> given[0])
        : Optional.of(otherwise);
  }

  private static OptionalLong limit(Call call) {
    return call.sizes(2)
        .filter(given -> given.size() == 1)
        .map(given -> given.get(0).asLong())
        .orElse(OptionalLong.empty());
  }

  private static Optional<float[]> reals(TensorValue value) {
    float[] reals = new float[value.size()];
    for (int i = 0; i < reals.length; i++) {
      OptionalDouble real = value.at(i).asDouble();
      if (real.isEmpty()) {
        return Optional.empty();
      }
      reals[i] = (float) real.getAsDouble();
    }
    return Optional.of(reals);
  }

  private TensorValue ofAll(long[] dims, long limit) {
    int count = (int) dims[2];
    List<Scalar> rows = new ArrayList<>();
    for (int image = 0; image < dims[0]; image++) {
      for (int kind = 0; kind < dims[1]; kind++) {
        int firstScore = (image * (int) dims[1] + kind) * count;
        for (int box : ofClass(image * count, firstScore, count, limit)) {
          rows.add(Scalar.of(image));
          rows.add(Scalar.of(kind));
          rows.add(Scalar.of(box));
        }
      }
    }
    return TensorValue.of(ElementType.INT64, new long[] {rows.size() / 3, 3}, rows);
  }

  private List<Integer> ofClass(int firstBox, int firstScore, int count, long limit) {
    List<Integer> candidates = new ArrayList<>();
    for (int box = 0; box < count; box++) {
      float score = scores[firstScore + box];
      if (score > least) {
        candidates.add(box);
      }
    }
    candidates.sort(Comparator.comparing((Integer box) -> -scores[firstScore + box]));
    List<Integer> selected = new ArrayList<>();
    for (int box : candidates) {
      if (selected.size() < limit
          && selected.stream()
              .noneMatch(other -> share(firstBox + box, firstBox + other) > overlap)) {
        selected.add(box);
      }
    }
    return selected;
  }

  /** What two boxes share, as a part of what both cover together. */
  private float share(int one, int other) {
    float shared = shared(one, other, 0) * shared(one, other, 1);
    float together = area(one) + area(other) - shared;
    return together > 0 ? shared / together : 0;
  }

  private float shared(int one, int other, int axis) {
    float low = Math.max(low(one, axis), low(other, axis));
    float high = Math.min(high(one, axis), high(other, axis));
    return Math.max(high - low, 0);
  }

  private float area(int box) {
    return (high(box, 0) - low(box, 0)) * (high(box, 1) - low(box, 1));
  }

  /** A box is two opposite corners in any order, or its middle and its sides. */
  private float low(int box, int axis) {
    float first = boxes[4 * box + axis];
    float second = boxes[4 * box + 2 + axis];
    return areCentered ? first - second / 2 : Math.min(first, second);
  }

  private float high(int box, int axis) {
    float first = boxes[4 * box + axis];
    float second = boxes[4 * box + 2 + axis];
    return areCentered ? first + second / 2 : Math.max(first, second);
  }
}
