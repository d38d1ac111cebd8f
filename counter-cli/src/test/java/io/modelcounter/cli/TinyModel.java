package io.modelcounter.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Writes ONNX files with one node, from one input to one output. */
public final class TinyModel {
  private static final int FLOAT = 1;

  private String domain = "";
  private String operator = "Relu";
  private String node = "node";
  private List<String> dims = List.of("2", "3");

  /** A model whose only operator nobody knows. */
  public static TinyModel unknown() {
    TinyModel model = new TinyModel();
    model.domain = "example.unknown";
    model.operator = "Mystery";
    return model;
  }

  /** A model with a ReLU. */
  public static TinyModel relu() {
    return new TinyModel();
  }

  /** Names the node. */
  TinyModel named(String name) {
    node = name;
    return this;
  }

  /** Sets the input's shape: integers and names. */
  TinyModel shaped(String... sizes) {
    dims = List.of(sizes);
    return this;
  }

  /** Gives the input more dimensions than any reader takes. */
  TinyModel withTooManyDimensions() {
    dims = Collections.nCopies(65, "1");
    return this;
  }

  /** Writes the file. */
  public Path writeTo(Path file) throws IOException {
    return Files.write(file, model().bytes.toByteArray());
  }

  private Message model() {
    Message opset = new Message().text(1, domain).number(2, 1);
    Message standard = new Message().text(1, "").number(2, 17);
    Message model = new Message().number(1, 8).message(7, graph()).message(8, standard);
    return domain.isEmpty() ? model : model.message(8, opset);
  }

  private Message graph() {
    Message relu =
        new Message().text(1, "x").text(2, "y").text(3, node).text(4, operator).text(7, domain);
    return new Message()
        .message(1, relu)
        .text(2, "main")
        .message(11, value("x", true))
        .message(12, value("y", false));
  }

  private Message value(String name, boolean shaped) {
    Message shape = new Message();
    for (String dim : dims) {
      boolean isNumber = dim.chars().allMatch(Character::isDigit);
      shape.message(
          1, isNumber ? new Message().number(1, Long.parseLong(dim)) : new Message().text(2, dim));
    }
    Message tensor = new Message().number(1, FLOAT);
    if (shaped) {
      tensor.message(2, shape);
    }
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message of the wire format. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return delimited(field, value.bytes.toByteArray());
    }

    private Message delimited(int field, byte[] value) {
      varint((field << 3) | 2);
      varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long rest = value;
      while (rest > 0x7f) {
        bytes.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }
  }
}
