package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.attribute;
import static io.modelcounter.onnx.OnnxFiles.graph;
import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.node;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Constant;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A damaged file is read or refused, and nothing else: never another exception. */
class DamagedFilesTest {
  private static final byte[] FILE = file();

  static byte[] file() {
    WireWriter branch =
        graph(node("Relu", "x", "y").message(5, attribute("alpha", 1).real(2, 0.5f)));
    WireWriter conv =
        node("Conv", "x", "a")
            .text(1, "w")
            .text(3, "/layer1/layer1.0/conv1/Conv")
            .message(5, attribute("kernel_shape", 7).varint(8, 3, 3))
            .message(5, attribute("auto_pad", 3).text(4, "NOTSET"));
    WireWriter choice =
        node("If", "c", "y")
            .message(5, attribute("then_branch", 5).message(6, branch))
            .message(5, attribute("else_branch", 5).message(6, branch));
    WireWriter shape =
        new WireWriter()
            .message(1, new WireWriter().text(2, "batch"))
            .message(1, new WireWriter().text(2, "8*h8"));
    WireWriter graph =
        graph(conv, choice)
            .message(5, tensor("w", 1, 4, 3, 3, 3).bytes(9, new byte[432]))
            .message(5, tensor("c", 9).varint(5, 1))
            .message(5, tensor("s", 7, 3).packed(7, 1, -1, 300))
            .message(13, value("a", shape));
    WireWriter function =
        new WireWriter()
            .text(1, "F")
            .text(4, "p")
            .text(5, "q")
            .message(7, node("Relu", "p", "q"))
            .message(9, OnnxFiles.opset("", 17))
            .text(10, "local");
    return model(graph).message(25, function).toBytes();
  }

  private static Model read(byte[] file) {
    return OnnxFiles.read(file, new ArrayList<>());
  }

  private static int readValues(Model model) {
    int known = 0;
    for (Constant constant : model.graph().initializers().values()) {
      known += constant.value().isPresent() ? 1 : 0;
    }
    return known;
  }

  @Test
  void readsTheUndamagedFile() {
    Model model = read(FILE);
    assertThat(model.graph().nodes()).hasSize(2);
    assertThat(model.functions()).hasSize(1);
    assertThat(readValues(model)).isEqualTo(3);
  }

  @Test
  void refusesEveryPrefixThatEndsWithinAField() {
    // The fields behind the graph: operator sets, functions. A prefix may end between them.
    int graphEnd = FILE.length;
    int read = 0;
    for (int length = 1; length < graphEnd; length++) {
      byte[] prefix = Arrays.copyOf(FILE, length);
      try {
        Model model = read(prefix);
        read++;
        assertThat(model.graph().nodes()).hasSize(2);
      } catch (ModelException refusal) {
        assertThat(refusal.code()).isIn("E0201", "E0301");
        assertThat(refusal.reason()).isNotEmpty();
      }
    }
    assertThat(read).as("prefixes that end behind the graph or the operator sets").isEqualTo(2);
  }

  @Test
  void readsOrRefusesEveryFlippedBit() {
    int refused = 0;
    for (int bit = 0; bit < 8 * FILE.length; bit++) {
      byte[] damaged = FILE.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(FILE.length, 8 * FILE.length - 1);
  }

  @Test
  void readsOrRefusesRandomDamage() {
    Random random = new Random(20261120);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = FILE.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(5_000, 20_000);
  }

  @Test
  void readsOrRefusesDamagedLengths() {
    long[] lengths = {0, 1, 127, 128, -1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
    for (int at = 0; at < FILE.length; at++) {
      for (long length : lengths) {
        byte[] damaged =
            new WireWriter()
                .raw(Arrays.copyOf(FILE, at))
                .number(length)
                .raw(Arrays.copyOfRange(FILE, at + 1, FILE.length))
                .toBytes();
        isRefused(damaged);
      }
    }
    assertThat(isRefused(FILE)).isFalse();
  }

  private static boolean isRefused(byte[] file) {
    try {
      assertThat(readValues(read(file))).isNotNegative();
      return false;
    } catch (ModelException refusal) {
      assertThat(refusal.code()).matches("E0[1-5][0-9][0-9]");
      return true;
    }
  }
}
