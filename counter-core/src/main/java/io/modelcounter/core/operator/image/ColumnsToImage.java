package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Col2Im (ONNX, Col2Im): columns [N, C k1 … kn, L] of an image are added up to [N, C, D1 … Dn].
 *
 * <p>One addition per element of the columns.
 */
final class ColumnsToImage extends NamedOperator {
  private static final int IMAGE = 1;
  private static final int BLOCK = 2;
  private static final int MAX_AXES = 64;

  ColumnsToImage() {
    super("Col2Im");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 3) {
      throw new InvalidNodeException("input is " + input + ", expected [N, C * block, L]");
    }
    OptionalLong axes = axes(call);
    if (axes.isEmpty()) {
      String reason = "how many axes the image has is not known";
      return List.of(Inferred.tensor(call.element(0), Shape.unknownRank(reason)));
    }
    if (axes.getAsLong() > MAX_AXES) {
      throw new InvalidNodeException(
          "the image has " + axes.getAsLong() + " axes, expected at most " + MAX_AXES);
    }
    List<Size> dims = new ArrayList<>();
    dims.add(input.dim(0));
    dims.add(channels(call, input.dim(1)));
    Optional<TensorValue> image = call.value(IMAGE);
    for (int i = 0; i < axes.getAsLong(); i++) {
      int axis = i + 2;
      Optional<Size> size = image.isPresent() ? image.get().at(i).asSize() : Optional.empty();
      dims.add(
          size.orElseGet(
              () -> call.freshSize(0, "dim" + axis, "the requested image size is not known")));
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  /** Length of the vector image_shape, or of block_shape. */
  private static OptionalLong axes(Call call) {
    OptionalLong image = length(call, IMAGE);
    OptionalLong block = length(call, BLOCK);
    if (image.isPresent() && block.isPresent() && image.getAsLong() != block.getAsLong()) {
      throw new InvalidNodeException(
          "the image has " + image.getAsLong() + " axes, but a block has " + block.getAsLong());
    }
    return image.isPresent() ? image : block;
  }

  private static OptionalLong length(Call call, int input) {
    Shape shape = call.shapeIfKnown(input);
    if (!shape.hasRank()) {
      return OptionalLong.empty();
    }
    if (shape.rank() != 1) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected a vector");
    }
    return shape.dim(0).asLong();
  }

  private static Size channels(Call call, Size rows) {
    Optional<Size> block = call.sizes(BLOCK).map(Size::product);
    if (block.isEmpty() || block.get().isZero()) {
      return call.freshSize(0, "dim1", "the block size is not known", rows);
    }
    if (rows.mod(block.get()).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "the columns have " + rows + " elements, expected a multiple of " + block.get());
    }
    return rows.floorDiv(block.get());
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    Formula formula = Formula.of("elements").where("elements", "elements of the columns", elements);
    return Cost.of(Work.of(WorkKind.ADD, call.element(0), elements), formula);
  }
}
