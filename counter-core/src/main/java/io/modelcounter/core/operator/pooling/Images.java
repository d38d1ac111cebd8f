package io.modelcounter.core.operator.pooling;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Images that are pooled.
 *
 * @param shape their dimensions [N, C, D1 … Dn]
 */
record Images(Shape shape) {

  /**
   * Reads input 0.
   *
   * @param call the call
   * @param leastRank lowest rank that the operator allows
   * @return the images
   * @throws InvalidNodeException if the rank is lower
   */
  static Images of(Call call, int leastRank) {
    Shape input = call.shape(0);
    if (input.rank() < leastRank) {
      throw new InvalidNodeException(
          "input is " + input + ", expected a rank of at least " + leastRank);
    }
    return new Images(input);
  }

  /** Number of spatial axes. */
  int axes() {
    return shape.rank() - 2;
  }

  /** Sizes along the spatial axes. */
  List<Size> sizes() {
    return shape.dims().subList(2, shape.rank());
  }

  /** Dimensions of as many images with other sizes along the spatial axes. */
  Shape resized(List<Size> sizes) {
    List<Size> dims = new ArrayList<>(shape.dims().subList(0, 2));
    dims.addAll(sizes);
    return Shape.of(dims);
  }
}
