package io.modelcounter.spi.support;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/** Where images have their channels. */
public enum TensorLayout {
  /** [N, C, D1 … Dn], the layout of ONNX. */
  CHANNELS_FIRST,
  /** [N, D1 … Dn, C]. */
  CHANNELS_LAST;

  /**
   * Layout that the attribute {@code channels_last} asks for.
   *
   * @param attributes attributes of the node
   * @return channels first unless the attribute says otherwise
   */
  public static TensorLayout of(Attributes attributes) {
    return attributes.integer("channels_last", 0) == 0 ? CHANNELS_FIRST : CHANNELS_LAST;
  }

  /**
   * Dimensions of a tensor of this layout, written channels first.
   *
   * @param shape dimensions in this layout, of any rank
   * @return [N, C, D1 … Dn]; the shape itself if its rank is not known
   * @throws InvalidNodeException if there is no axis for the channels
   */
  public Shape channelsFirst(Shape shape) {
    if (this == CHANNELS_FIRST || !shape.hasRank()) {
      return shape;
    }
    requireChannels(shape);
    List<Size> dims = new ArrayList<>(shape.dims());
    dims.add(1, dims.remove(dims.size() - 1));
    return Shape.of(dims);
  }

  /**
   * Dimensions that are written channels first, in this layout.
   *
   * @param shape [N, C, D1 … Dn], of any rank
   * @return the dimensions in this layout; the shape itself if its rank is not known
   * @throws InvalidNodeException if there is no axis for the channels
   */
  public Shape arranged(Shape shape) {
    if (this == CHANNELS_FIRST || !shape.hasRank()) {
      return shape;
    }
    requireChannels(shape);
    List<Size> dims = new ArrayList<>(shape.dims());
    dims.add(dims.remove(1));
    return Shape.of(dims);
  }

  private static void requireChannels(Shape shape) {
    if (shape.rank() < 2) {
      throw new InvalidNodeException("images " + shape + " have no channels");
    }
  }
}
