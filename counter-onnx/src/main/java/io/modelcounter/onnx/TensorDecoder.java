package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the elements of a tensor out of its message. */
final class TensorDecoder {
  private final String name;
  private final ElementType type;
  private final long[] dims;

  /**
   * Decoder of one tensor.
   *
   * @param name name of the tensor, for messages
   * @param type type of its elements
   * @param dims its dimensions, whose product fits a long
   */
  TensorDecoder(String name, ElementType type, long[] dims) {
    this.name = name;
    this.type = type;
    this.dims = dims;
  }

  /**
   * Reads the elements.
   *
   * @param message the whole message {@code TensorProto}
   * @return the elements, or empty if they are more than {@link TensorValue#MAX_ELEMENTS}
   * @throws ModelException E0315 if there are not as many as the dimensions say
   */
  Optional<TensorValue> decode(byte[] message) {
    long count = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    if (count > TensorValue.MAX_ELEMENTS) {
      return Optional.empty();
    }
    List<Scalar> elements = new ArrayList<>((int) count);
    LongList numbers = new LongList();
    WireReader wire = new WireReader(message);
    while (wire.next()) {
      field(wire, elements, numbers, (int) count);
    }
    addNumbers(numbers, elements, (int) count);
    if (elements.size() != count) {
      throw new ModelException(
          "E0315",
          name,
          elements.size() + " elements are stored, the dimensions say " + Arrays.toString(dims));
    }
    return Optional.of(TensorValue.of(type, dims, elements));
  }

  private void field(WireReader wire, List<Scalar> elements, LongList numbers, int count) {
    int most = Integer.MAX_VALUE;
    switch (wire.field()) {
      case TensorData.FLOAT_DATA -> wire.numbers(WireReader.FIXED32, "float_data", numbers, most);
      case TensorData.DOUBLE_DATA -> wire.numbers(WireReader.FIXED64, "double_data", numbers, most);
      case TensorData.INT32_DATA, TensorData.INT64_DATA, TensorData.UINT64_DATA ->
          wire.numbers(WireReader.VARINT, "data", numbers, most);
      case TensorData.STRING_DATA -> elements.add(Scalar.text(wire.text("string_data")));
      case TensorData.RAW_DATA -> addRaw(wire.bytes("raw_data"), elements, count);
      default -> wire.skip();
    }
  }

  private void addNumbers(LongList values, List<Scalar> elements, int count) {
    int bits = type.bits();
    if (bits > 0 && bits < 8) {
      byte[] packed = new byte[values.size()];
      for (int i = 0; i < packed.length; i++) {
        packed[i] = (byte) values.get(i);
      }
      addRaw(packed, elements, count);
      return;
    }
    int step = isComplex() ? 2 : 1;
    for (int i = 0; i + step <= values.size(); i += step) {
      elements.add(isComplex() ? Scalar.UNKNOWN : ElementBits.scalar(type, values.get(i)));
    }
  }

  private boolean isComplex() {
    return type == ElementType.COMPLEX64 || type == ElementType.COMPLEX128;
  }

  /** Adds elements that stand one after the other, the lowest bits of the first byte first. */
  private void addRaw(byte[] raw, List<Scalar> elements, int count) {
    int bits = type.bits();
    long available = bits == 0 ? 0 : 8L * raw.length / bits;
    for (int i = 0; i < available && elements.size() < count; i++) {
      elements.add(isComplex() ? Scalar.UNKNOWN : ElementBits.scalar(type, bits(raw, i, bits)));
    }
  }

  private static long bits(byte[] raw, int index, int bits) {
    if (bits < 8) {
      int perByte = 8 / bits;
      return raw[index / perByte] >> (index % perByte * bits);
    }
    int width = bits / 8;
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | (raw[index * width + i] & 0xff);
    }
    return value;
  }
}
