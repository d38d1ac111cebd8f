package io.modelcounter.onnx.contrib.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.spi.support.InterpolationMode;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * CropAndResize (com.microsoft, CropAndResize): regions [R, 4] of images X [N, C, H, W], each of
 * the image that an index [R] names, resized to one size {@code [h, w]}: Y [R, C, h, w].
 *
 * <p>Every element of Y is a weighted sum of four neighbours, or a copy of the nearest.
 */
final class CropAndResize extends NamedOperator {
  private static final int REGIONS = 1;
  private static final int IMAGES = 2;
  private static final int SIZE = 3;
  private static final int SPATIAL_AXES = 2;

  CropAndResize() {
    super(Contrib.operator("CropAndResize"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape regions = call.shape(REGIONS);
    if (input.rank() != 2 + SPATIAL_AXES || regions.rank() != 2) {
      throw new InvalidNodeException(
          "input is "
              + input
              + " and regions are "
              + regions
              + ", expected [N, C, H, W] and [R, 4]");
    }
    Shape images = call.shapeIfKnown(IMAGES);
    Size count =
        Dimensions.agreed(
                regions,
                0,
                images,
                () -> "there are regions " + regions + " and indices of images " + images)
            .dim(0);
    return List.of(
        Inferred.tensor(
            call.element(0), Shape.of(count, input.dim(1), size(call, 0), size(call, 1))));
  }

  /** Height or width of a resized region. */
  private static Size size(Call call, int axis) {
    Optional<Size> given =
        call.sizes(SIZE)
            .filter(sizes -> sizes.size() == SPATIAL_AXES)
            .map(sizes -> sizes.get(axis));
    if (given.isPresent() && !given.get().isAtLeast(Size.ONE) && given.get().isConstant()) {
      throw new InvalidNodeException(
          "the size to crop to is " + given.get() + ", expected at least 1");
    }
    return given.orElseGet(
        () -> call.freshSize(0, "dim" + (2 + axis), "the size to crop to is not known"));
  }

  @Override
  public Cost count(Call call) {
    InterpolationMode mode = InterpolationMode.named(call.attributes().text("mode", "bilinear"));
    return mode == InterpolationMode.NEAREST
        ? Interpolation.COPY
        : Interpolation.of(mode.neighbours(), SPATIAL_AXES)
            .cost(call.element(0), call.outputShape(0).elements());
  }
}
