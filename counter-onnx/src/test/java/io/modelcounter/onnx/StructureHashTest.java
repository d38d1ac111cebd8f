package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.attribute;
import static io.modelcounter.onnx.OnnxFiles.graph;
import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.node;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.value;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ModelOrigin;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The hash of the structure follows everything but the payloads of tensors. */
class StructureHashTest {

  private static String hash(WireWriter file) {
    return OnnxFiles.read(file).origin().structureSha256();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void doesNotDependOnPayloads() {
    for (int size : new int[] {8, 4_000, 200_000}) {
      WireWriter zeros = tensor("w", 3, size).bytes(9, new byte[size]);
      WireWriter ones = tensor("w", 3, size).bytes(9, filled(size, 1));
      assertThat(hash(withInitializer(ones))).isEqualTo(hash(withInitializer(zeros)));
    }
    assertThat(hash(withInitializer(tensor("w", 1, 2).real(4, 1, 2))))
        .isEqualTo(hash(withInitializer(tensor("w", 1, 2).real(4, 3, 4))));
    assertThat(hash(withInitializer(tensor("w", 7, 2).packed(7, 1, 2))))
        .isEqualTo(hash(withInitializer(tensor("w", 7, 2).packed(7, 3, 4))));
    assertThat(hash(withInitializer(tensor("w", 7, 2).varint(7, 1, 2))))
        .isEqualTo(hash(withInitializer(tensor("w", 7, 2).varint(7, 3, 4))));
    assertThat(hash(withInitializer(tensor("w", 8, 1).text(6, "ab"))))
        .isEqualTo(hash(withInitializer(tensor("w", 8, 1).text(6, "cd"))));
  }

  @Test
  void dependsOnEverythingElse() {
    WireWriter file = withInitializer(tensor("w", 1, 2).bytes(9, new byte[8]));
    assertThat(hash(withInitializer(tensor("v", 1, 2).bytes(9, new byte[8]))))
        .isNotEqualTo(hash(file));
    assertThat(hash(withInitializer(tensor("w", 6, 2).bytes(9, new byte[8]))))
        .isNotEqualTo(hash(file));
    assertThat(hash(withInitializer(tensor("w", 1, 1, 2).bytes(9, new byte[8]))))
        .isNotEqualTo(hash(file));
    assertThat(hash(withInitializer(tensor("w", 1, 2)))).isNotEqualTo(hash(file));
    assertThat(hash(model(graph(node("Abs", "x", "y"))))).isNotEqualTo(hash(model(relu())));
    WireWriter alpha = attribute("alpha", 1).real(2, 1);
    WireWriter other = attribute("alpha", 1).real(2, 2);
    assertThat(hash(model(graph(node("Relu", "x", "y").message(5, alpha)))))
        .isNotEqualTo(hash(model(graph(node("Relu", "x", "y").message(5, other)))));
    assertThat(hash(model(relu()).text(6, "about")))
        .isNotEqualTo(hash(model(relu()).text(6, "About")));
    assertThat(hash(model(relu().message(13, value("v", 1)))))
        .isNotEqualTo(hash(model(relu().message(13, value("v", 2)))));
  }

  @Test
  void hashesFunctionsOnce() {
    WireWriter one = new WireWriter().text(1, "F").message(7, node("Relu", "p", "q"));
    WireWriter two = new WireWriter().text(1, "F").message(7, node("Tanh", "p", "q"));
    one.text(4, "p").text(5, "q");
    two.text(4, "p").text(5, "q");
    assertThat(hash(model(relu()).message(25, one)))
        .isNotEqualTo(hash(model(relu()).message(25, two)));
  }

  @Test
  void isTheHashOfAllBytesWhereThereAreNoPayloads() throws Exception {
    byte[] file =
        new WireWriter()
            .varint(1, 8)
            .message(8, OnnxFiles.opset("", 17))
            .message(7, relu())
            .toBytes();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
    ModelOrigin origin = OnnxFiles.read(new WireWriter().raw(file)).origin();
    assertThat(origin.structureSha256()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(origin.bytes()).isEqualTo(file.length);
    assertThat(origin.format()).isEqualTo("onnx");
    assertThat(origin.name()).isEqualTo("memory.onnx");
  }
}
