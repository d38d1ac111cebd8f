package io.modelcounter.onnx;

import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/** Reads the messages {@code TensorShapeProto} and {@code TensorShapeProto.Dimension}. */
final class TensorShapeProto {
  private TensorShapeProto() {}

  /**
   * Reads a shape.
   *
   * @param in the file, at the field {@code shape}
   * @param unnamed what a dimension without a size becomes
   * @return the shape
   */
  static Shape read(Reading in, UnnamedDimension unnamed) {
    WireReader wire = in.wire();
    wire.enter("shape", -1);
    List<Size> dims = new ArrayList<>();
    while (wire.next()) {
      if (wire.field() == 1) {
        dims.add(dimension(in, dims.size(), unnamed));
        Dims.checkRank(wire, dims.size());
      } else {
        wire.unknown();
      }
    }
    Shape shape = Shape.of(dims);
    shape.asLongs().ifPresent(sizes -> Dims.elements(wire, unnamed.value(), sizes));
    wire.leave();
    return shape;
  }

  private static Size dimension(Reading in, int axis, UnnamedDimension unnamed) {
    WireReader wire = in.wire();
    wire.enter("dim", axis);
    Size size = null;
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "dim_value");
          size = constant(in, axis, unnamed, wire.varint("dim_value"));
        }
        case 2 -> {
          seen = wire.once(seen, "dim_param");
          String text = wire.name("dim_param");
          size = text.isEmpty() ? null : in.dimensions().size(text);
        }
        case 3 -> wire.ignore("denotation");
        default -> wire.unknown();
      }
    }
    wire.leave();
    return size == null ? unnamed.size(axis) : size;
  }

  private static Size constant(Reading in, int axis, UnnamedDimension unnamed, long value) {
    if (value >= 0) {
      return Size.of(value);
    }
    if (value != -1) {
      throw Dims.negative(in.wire(), unnamed.value(), value);
    }
    in.findings()
        .warn("W0313", unnamed.value(), "dimension " + axis + " is -1; it is taken as unknown");
    return unnamed.size(axis);
  }
}
