package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of each axis that Resize samples (ONNX, Resize): all of it, unless {@code
 * tf_crop_and_resize} takes the input {@code roi} = [start1 … startN, end1 … endN], where 0 and 1
 * are the ends of an axis.
 *
 * @param cropped the axes of which a part is cut out
 * @param assumed whether that is not known and taken to be so
 */
record RegionOfInterest(Set<Integer> cropped, boolean assumed) {
  private static final RegionOfInterest WHOLE = new RegionOfInterest(Set.of(), false);

  private static final int REGION = 1;
  private static final int FIRST_SPATIAL_AXIS = 2;

  /**
   * Reads the region of a Resize.
   *
   * @throws InvalidNodeException if it has another number of entries than two an axis
   */
  static RegionOfInterest of(Call call) {
    String mode = call.attributes().text("coordinate_transformation_mode", "half_pixel");
    if (!mode.equals("tf_crop_and_resize")) {
      return WHOLE;
    }
    int[] axes = ResizeTarget.axes(call, call.shape(0));
    Set<Integer> cropped = new TreeSet<>();
    Optional<TensorValue> region = call.value(REGION);
    if (region.isEmpty()) {
      for (int axis : axes) {
        if (call.attributes().has("axes") || axis >= FIRST_SPATIAL_AXIS) {
          cropped.add(axis);
        }
      }
      return new RegionOfInterest(cropped, true);
    }
    if (region.get().size() != 2 * axes.length) {
      throw new InvalidNodeException(
          "roi has " + region.get().size() + " elements, expected " + 2 * axes.length);
    }
    for (int i = 0; i < axes.length; i++) {
      boolean whole = is(0, region.get().at(i)) && is(1, region.get().at(axes.length + i));
      if (!whole) {
        cropped.add(axes[i]);
      }
    }
    return new RegionOfInterest(cropped, false);
  }

  private static boolean is(double expected, Scalar element) {
    OptionalDouble known = element.asDouble();
    return known.isPresent() && known.getAsDouble() == expected;
  }

  /** Tells whether the samples lie between the elements of an axis even if its size stays. */
  boolean crops(int axis) {
    return cropped.contains(axis);
  }

  /** A cost that rests on this region. */
  Cost assumed(Cost cost) {
    return assumed
        ? cost.assuming(
            "A region of interest that is not known leaves batches and channels whole and cuts all"
                + " other axes.")
        : cost;
  }
}
