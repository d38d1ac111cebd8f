package io.modelcounter.cli.conformance;

import io.modelcounter.model.Constant;
import io.modelcounter.model.ModelException;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an input that a conformance case stores as a TensorProto, by wrapping it into a model. */
final class StoredInput {
  private static final int MAX_BYTES = 64 * 1024;

  private StoredInput() {}

  /** The tensor, or empty if it is not there, large, or no tensor. */
  static Optional<Constant> read(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) > MAX_BYTES) {
      return Optional.empty();
    }
    Path model = Files.createTempFile("input", ".onnx");
    try {
      Files.write(model, model(Files.readAllBytes(file)));
      Constant tensor =
          new OnnxModelReader()
              .read(ModelInput.of(model), diagnostic -> {})
              .graph()
              .initializers()
              .values()
              .iterator()
              .next();
      return tensor.value().map(value -> Constant.of(tensor.name(), value));
    } catch (ModelException notATensor) {
      return Optional.empty(); // a sequence or an optional is stored in another message
    } finally {
      Files.delete(model);
    }
  }

  /** A ModelProto with IR version 8, opset 17 and a graph that holds one initializer. */
  private static byte[] model(byte[] tensor) {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    field(graph, 2, "g".getBytes(StandardCharsets.UTF_8));
    field(graph, 5, tensor);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    model.writeBytes(new byte[] {0x08, 8});
    field(model, 7, graph.toByteArray());
    field(model, 8, new byte[] {0x10, 17});
    return model.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    varint(out, (number << 3) | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 127) {
      out.write((rest & 127) | 128);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
