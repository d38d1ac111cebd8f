package io.modelcounter.onnx;

import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the message {@code TensorProto}: everything but the elements. */
final class TensorProto {
  private static final int EXTERNAL = 1;

  private final Reading in;
  private final WireReader wire;
  private final LongList dims = new LongList();
  private final TensorData data = new TensorData();
  private final ExternalEntries entries = new ExternalEntries();
  private String name = "";
  private long dataType;
  private long dataLocation;
  private boolean segmented;

  private TensorProto(Reading in) {
    this.in = in;
    this.wire = in.wire();
  }

  /**
   * Reads a tensor.
   *
   * @param in the file, at the field
   * @param field name of the field
   * @param index position among the fields of that name, or -1
   * @return the tensor
   */
  static Constant read(Reading in, String field, int index) {
    in.wire().enter(field, index);
    Constant constant = new TensorProto(in).read();
    in.wire().leave();
    return constant;
  }

  private Constant read() {
    long start = wire.position();
    long length = wire.remaining();
    byte[] message =
        length <= Limits.KEPT_TENSOR_BYTES && in.budget().keep(length)
            ? wire.peek((int) length)
            : null;
    fields();
    ElementType type = DataTypes.stored(wire, dataType);
    long[] sizes = dims.toArray();
    long elements = Dims.elements(wire, name, sizes);
    TensorType tensorType = new TensorType(type, Shape.of(sizes));
    if (dataLocation == EXTERNAL) {
      return external(tensorType, elements);
    }
    if (segmented || (data.isEmpty() && elements > 0)) {
      return Constant.dense(name, tensorType, Optional::empty);
    }
    data.check(wire, name, type, elements);
    return Constant.dense(
        name, tensorType, payload(new TensorDecoder(name, type, sizes), message, start, length));
  }

  private Constant.Payload payload(
      TensorDecoder decoder, byte @Nullable [] message, long start, long length) {
    if (message != null) {
      return () -> decoder.decode(message);
    }
    if (length > Limits.READ_TENSOR_BYTES) {
      return Optional::empty;
    }
    Source source = in.source();
    return () -> decoder.decode(source.read(start, (int) length));
  }

  private Constant external(TensorType type, long elements) {
    double implied = TensorData.rawBytes(type.element(), elements);
    long bytes = in.external().bytes(wire, name, entries, implied);
    if (!data.isEmpty()) {
      throw wire.fail(
          "E0315", "the tensor \"" + name + "\" is external and stores elements as well");
    }
    return Constant.external(name, type, bytes);
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          wire.numbers(WireReader.VARINT, "dims", dims, Limits.RANK);
          Dims.checkRank(wire, dims.offered());
        }
        case 2 -> {
          seen = wire.once(seen, "data_type");
          dataType = wire.varint("data_type");
        }
        case 3 -> {
          seen = wire.once(seen, "segment");
          wire.ignoreMessage("segment");
          segmented = true;
        }
        case TensorData.RAW_DATA -> {
          seen = wire.once(seen, "raw_data");
          data.step(wire);
        }
        case TensorData.FLOAT_DATA,
            TensorData.INT32_DATA,
            TensorData.STRING_DATA,
            TensorData.INT64_DATA,
            TensorData.DOUBLE_DATA,
            TensorData.UINT64_DATA ->
            data.step(wire);
        case 8 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case 12 -> wire.ignore("doc_string");
        case 13 -> entries.read(wire);
        case 14 -> {
          seen = wire.once(seen, "data_location");
          dataLocation = wire.varint("data_location");
        }
        case 16 -> wire.ignoreMessage("metadata_props");
        default -> wire.unknown();
      }
    }
  }
}
