package io.modelcounter.cli.conformance;

import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.support.ElementTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads type and shape of a value that a conformance case stores as a TensorProto, SequenceProto,
 * OptionalProto or MapProto; which of them it is, only the type of the graph's input or output
 * says.
 */
final class StoredValue {

  /** One field of a message: a number, or bytes. */
  private record Field(int number, long value, ByteBuffer bytes) {}

  private StoredValue() {}

  /** The value of a declared type, or empty if the file is not there. */
  static Optional<MeasuredValue> read(Path file, ValueType declared) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ByteBuffer message = ByteBuffer.wrap(Files.readAllBytes(file));
    if (declared instanceof SequenceType) {
      return Optional.of(sequence(message));
    }
    if (declared instanceof OptionalType) {
      return Optional.of(optional(message));
    }
    return Optional.of(declared instanceof MapType ? new MeasuredMap() : tensor(message));
  }

  /** TensorProto: 1 dims, 2 data_type. */
  private static MeasuredValue tensor(ByteBuffer message) {
    List<Long> dims = new ArrayList<>();
    long type = 0;
    for (Field field : fields(message)) {
      if (field.number() == 1 && field.bytes().hasRemaining()) {
        ByteBuffer packed = field.bytes();
        while (packed.hasRemaining()) {
          dims.add(varint(packed));
        }
      } else if (field.number() == 1) {
        dims.add(field.value());
      } else if (field.number() == 2) {
        type = field.value();
      }
    }
    return new Measured(ElementTypes.numbered(type).text(), dims);
  }

  /** SequenceProto: 3 tensors, 4 sparse tensors, 5 sequences, 6 maps, 7 optional values. */
  private static MeasuredValue sequence(ByteBuffer message) {
    List<MeasuredValue> members = new ArrayList<>();
    for (Field field : fields(message)) {
      member(field).ifPresent(members::add);
    }
    return new MeasuredSequence(members);
  }

  /** OptionalProto: 3 tensor, 4 sparse tensor, 5 sequence, 6 map, 7 optional value. */
  private static MeasuredValue optional(ByteBuffer message) {
    Optional<MeasuredValue> value = Optional.empty();
    for (Field field : fields(message)) {
      value = value.or(() -> member(field));
    }
    return new MeasuredOptional(value);
  }

  private static Optional<MeasuredValue> member(Field field) {
    return switch (field.number()) {
      case 3 -> Optional.of(tensor(field.bytes()));
      case 4 -> throw new IllegalArgumentException("a sparse tensor, which no case stores");
      case 5 -> Optional.of(sequence(field.bytes()));
      case 6 -> Optional.of(new MeasuredMap());
      case 7 -> Optional.of(optional(field.bytes()));
      default -> Optional.empty();
    };
  }

  private static List<Field> fields(ByteBuffer message) {
    ByteBuffer rest = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (rest.hasRemaining()) {
      long key = varint(rest);
      long value = 0;
      int length = 0;
      switch ((int) (key & 7)) {
        case 0 -> value = varint(rest);
        case 1 -> length = Long.BYTES;
        case 2 -> length = (int) varint(rest);
        case 5 -> length = Integer.BYTES;
        default -> throw new IllegalArgumentException("wire type " + (key & 7));
      }
      fields.add(new Field((int) (key >>> 3), value, rest.slice(rest.position(), length)));
      rest.position(rest.position() + length);
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 127L) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
