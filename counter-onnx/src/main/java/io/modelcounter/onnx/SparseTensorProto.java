package io.modelcounter.onnx;

import io.modelcounter.model.Constant;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the message {@code SparseTensorProto}. */
final class SparseTensorProto {
  private SparseTensorProto() {}

  /**
   * Reads a sparse tensor.
   *
   * @param in the file, at the field
   * @param field name of the field
   * @param index position among the fields of that name, or -1
   * @return the tensor, named as its values are
   */
  static Constant read(Reading in, String field, int index) {
    WireReader wire = in.wire();
    wire.enter(field, index);
    Constant values = null;
    Constant indices = null;
    LongList dims = new LongList();
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "values");
          values = TensorProto.read(in, "values", -1);
        }
        case 2 -> {
          seen = wire.once(seen, "indices");
          indices = TensorProto.read(in, "indices", -1);
        }
        case 3 -> {
          wire.numbers(WireReader.VARINT, "dims", dims, Limits.RANK);
          Dims.checkRank(wire, dims.offered());
        }
        default -> wire.unknown();
      }
    }
    if (values == null) {
      throw wire.fail("E0312", "a sparse tensor has no values");
    }
    long[] sizes = dims.toArray();
    long elements = Dims.elements(wire, values.name(), sizes);
    check(wire, values, indices, sizes, elements);
    wire.leave();
    return Constant.sparse(values.name(), new TensorType(values.type().element(), Shape.of(sizes)));
  }

  private static void check(
      WireReader wire, Constant values, @Nullable Constant indices, long[] dims, long elements) {
    long count = values.type().shape().elements().asLong().orElseThrow();
    if (indices == null) {
      if (count > 0) {
        throw wire.fail("E0312", "a sparse tensor has values and no indices");
      }
      return;
    }
    long[] shape = indices.type().shape().asLongs().orElseThrow();
    boolean linear = shape.length == 1 && shape[0] == count;
    boolean tuples = shape.length == 2 && shape[0] == count && shape[1] == dims.length;
    if (!linear && !tuples) {
      throw wire.fail(
          "E0312",
          "a sparse tensor of rank "
              + dims.length
              + " has "
              + count
              + " values and indices of "
              + "shape "
              + indices.type().shape());
    }
    Optional<long[]> known = indices.value().flatMap(value -> value.asLongs());
    if (known.isPresent()) {
      checkOrder(wire, known.get(), tuples ? dims : new long[] {elements});
    }
  }

  private static void checkOrder(WireReader wire, long[] indices, long[] dims) {
    long before = -1;
    for (int i = 0; i < indices.length; i += dims.length) {
      long linear = 0;
      for (int axis = 0; axis < dims.length; axis++) {
        long index = indices[i + axis];
        if (index < 0 || index >= dims[axis]) {
          throw wire.fail("E0312", "the index " + index + " of a sparse tensor is out of range");
        }
        linear = linear * dims[axis] + index;
      }
      if (linear <= before) {
        throw wire.fail("E0312", "the indices of a sparse tensor are not in ascending order");
      }
      before = linear;
    }
  }
}
