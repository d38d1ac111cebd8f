package io.modelcounter.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of one protocol-buffer message, right or wrong, in the order of the calls. */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Bytes as they are. */
  WireWriter raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  WireWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  WireWriter number(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  WireWriter tag(int field, int wireType) {
    return number((long) field << 3 | wireType);
  }

  WireWriter varint(int field, long... values) {
    for (long value : values) {
      tag(field, WireReader.VARINT).number(value);
    }
    return this;
  }

  WireWriter fixed32(int field, int bits) {
    tag(field, WireReader.FIXED32);
    return raw(bits, bits >> 8, bits >> 16, bits >> 24);
  }

  WireWriter real(int field, float... values) {
    for (float value : values) {
      fixed32(field, Float.floatToIntBits(value));
    }
    return this;
  }

  WireWriter fixed64(int field, long bits) {
    tag(field, WireReader.FIXED64);
    return raw((int) bits, (int) (bits >> 8), (int) (bits >> 16), (int) (bits >> 24))
        .raw((int) (bits >> 32), (int) (bits >> 40), (int) (bits >> 48), (int) (bits >> 56));
  }

  WireWriter bytes(int field, byte[] value) {
    return tag(field, WireReader.LENGTH).number(value.length).raw(value);
  }

  WireWriter text(int field, String... values) {
    for (String value : values) {
      bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  WireWriter message(int field, WireWriter... values) {
    for (WireWriter value : values) {
      bytes(field, value.toBytes());
    }
    return this;
  }

  WireWriter packed(int field, long... values) {
    WireWriter numbers = new WireWriter();
    for (long value : values) {
      numbers.number(value);
    }
    return message(field, numbers);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
