package io.modelcounter.cli.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an ONNX file with one node, which reads x [batch, 16] and a stored matrix w [16, 4] and
 * gives y (field numbers by the definition of the format, onnx.proto).
 */
final class SampleFile {
  private static final int FORMAT_VERSION = 8;
  private static final int STANDARD_OPSET = 17;
  private static final int FLOAT32 = 1;
  private static final int ROWS = 16;
  private static final int COLUMNS = 4;

  private SampleFile() {}

  /** The bytes of the file. */
  static byte[] of(String domain, String operator) {
    Message node =
        new Message()
            .text(1, "x")
            .text(1, "w")
            .text(2, "y")
            .text(3, "/" + operator)
            .text(4, operator)
            .text(7, domain);
    Message weight =
        new Message()
            .number(1, ROWS)
            .number(1, COLUMNS)
            .number(2, FLOAT32)
            .text(8, "w")
            .bytes(9, new byte[ROWS * COLUMNS * Float.BYTES]);
    Message shape =
        new Message()
            .message(1, new Message().text(2, "batch"))
            .message(1, new Message().number(1, ROWS));
    Message graph =
        new Message()
            .message(1, node)
            .text(2, "sample")
            .message(5, weight)
            .message(11, value("x", new Message().number(1, FLOAT32).message(2, shape)))
            .message(12, value("y", new Message().number(1, FLOAT32)));
    return new Message()
        .number(1, FORMAT_VERSION)
        .text(2, "modelcounter plugin new")
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, STANDARD_OPSET))
        .message(8, new Message().text(1, domain).number(2, 1))
        .toBytes();
  }

  private static Message value(String name, Message tensor) {
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message in the wire format of protocol buffers. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((field << 3) | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    Message bytes(int field, byte[] value) {
      varint((field << 3) | LENGTH);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest > 0x7f) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
