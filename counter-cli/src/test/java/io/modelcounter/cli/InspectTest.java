package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {
  private static final Path RESNET =
      Corpus.repository().resolve("fixtures/exported/zoo/resnet50.raw.onnx");

  @TempDir private Path directory;

  private static CommandRunner.Result inspect(Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "inspect";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandRunner.Result result = CommandRunner.run(all);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result;
  }

  private static JsonNode json(Object... args) throws IOException {
    Object[] all = new Object[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "-f";
    all[args.length + 1] = "json";
    return new ObjectMapper().readTree(inspect(all).out());
  }

  @Test
  void showsWhatTheFileSays() {
    assertThat(inspect(RESNET).out())
        .startsWith("resnet50.raw.onnx\n  size         145 KiB + 97.6 MiB external data\n")
        .contains("\n  format       onnx version 8\n  operators    ai.onnx 17\n")
        .contains("\n  input        input: float32[1, 3, 224, 224]\n")
        .contains("\n175 nodes\n")
        .containsPattern("\n  Conv +11 +53\n")
        .contains("\n267 stored tensors\n  float32      267 with 25 610 152 elements, 97.7 MiB\n")
        .containsPattern("\n  fc.weight +float32\\[1000, 2048\\] +7.81 MiB\n")
        .contains("W0504");
  }

  @Test
  void showsTheSameToPrograms() throws IOException {
    JsonNode model = json(RESNET);
    assertThat(model.at("/opsets/ai.onnx").intValue()).isEqualTo(17);
    assertThat(model.get("nodes").intValue()).isEqualTo(175);
    assertThat(model.at("/operators/0/op").textValue()).isEqualTo("BatchNormalization");
    assertThat(model.at("/operators/0/nodes").intValue()).isEqualTo(53);
    assertThat(model.at("/storedTensors/0/elements").intValue()).isEqualTo(25_610_152);
    assertThat(model.at("/diagnostics/0/code").textValue()).isEqualTo("W0504");
    assertThat(model.get("structureSha256").textValue()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "/maxpool/MaxPool"})
  void showsANodeAsTheFileHasIt(String node) {
    assertThat(inspect(RESNET, "--node", node).out())
        .isEqualTo(
            """
            /maxpool/MaxPool (MaxPool 12), node 3 of main
              module       maxpool
              input        /relu/Relu_output_0
              output       /maxpool/MaxPool_output_0
              attribute    ceil_mode = 0
              attribute    dilations = [1, 1]
              attribute    kernel_shape = [3, 3]
              attribute    pads = [1, 1, 1, 1]
              attribute    strides = [2, 2]
            """);
  }

  @Test
  void showsANodeToPrograms() throws IOException {
    JsonNode node = json(RESNET, "--node", "/conv1/Conv").at("/nodes/0");
    assertThat(node.get("op").textValue()).isEqualTo("Conv");
    assertThat(node.get("graph").textValue()).isEqualTo("main");
    assertThat(node.at("/inputs/1/type").textValue()).isEqualTo("float32[64, 3, 7, 7]");
    assertThat(node.at("/attributes/strides").textValue()).isEqualTo("[2, 2]");
  }

  @Test
  void suggestsTheNodeThatWasMeant() {
    CommandRunner.Result result = CommandRunner.run("inspect", RESNET, "--node", "/conv1/Cnv");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0003] --node: there is no node \"/conv1/Cnv\""
                + "  hint:  did you mean \"/conv1/Conv\"?");
    assertThat(CommandRunner.run("inspect", RESNET, "--node", "175").err())
        .contains("there are 175 nodes in the main graph, from 0");
  }

  @Test
  void readsStandardInput() throws IOException {
    byte[] model = Files.readAllBytes(unit("F.relu"));
    assertThat(new CommandRunner().withInput(model).start("inspect", "-").out())
        .startsWith("stdin\n");
    assertThat(new CommandRunner().interactive().start("inspect", "-").exitCode()).isEqualTo(2);
  }

  @Test
  void explainsWhatIsWrongWithAFile() throws IOException {
    assertThat(CommandRunner.run("inspect", directory.resolve("no")).exitCode()).isEqualTo(3);
    Path bad = Files.write(directory.resolve("bad.onnx"), new byte[] {0x0a});
    CommandRunner.Result result = CommandRunner.run("inspect", bad);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E0201] " + bad);
    assertThat(CommandRunner.run("inspect", directory).exitCode()).isEqualTo(3);
  }

  @Test
  void needsNoOperatorToBeKnown() throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
    assertThat(inspect(model).out()).containsPattern("example.unknown:Mystery +1 +1");
  }

  @Test
  void namesAreHarmless() throws IOException {
    String name = "a\u001b[2J\n::error::\u202e";
    Path model = TinyModel.relu().named(name).writeTo(directory.resolve("m.onnx"));
    assertThat(inspect(model, "--node", "0").out())
        .startsWith("a\\u001b[2J\\u000a::error::\\u202e (Relu 14), node 0 of main\n");
    assertThat(inspect(model, "--node", name, "-f", "json").out())
        .contains("a\\u001B[2J\\n::error::\\u202E");
  }
}
