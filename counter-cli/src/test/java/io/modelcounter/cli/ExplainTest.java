package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
  private static final Path RESNET =
      Corpus.repository().resolve("fixtures/exported/zoo/resnet50.raw.onnx");

  private static String explain(Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "explain";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandRunner.Result result = CommandRunner.run(all);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/layer1/layer1.0/conv1/Conv", "4", "#4", "scope:layer1.0.conv1"})
  void showsTheFormulaOfALayerWithTheNumbersInIt(String layer) {
    assertThat(
            explain(layer, RESNET)
                .replaceFirst(
                    "modelcounter \\S+ \\(built-in\\)", "modelcounter VERSION (built-in)"))
        .isEqualTo(
            """
            /layer1/layer1.0/conv1/Conv (Conv 11)
              layer        4 of resnet50.raw.onnx
              module       layer1.0.conv1
              input        /maxpool/MaxPool_output_0: float32[1, 64, 56, 56]
              input        layer1.0.conv1.weight: float32[64, 64, 1, 1]
              output       /layer1/layer1.0/conv1/Conv_output_0: float32[1, 64, 56, 56]
              status       exact
              counted by   modelcounter VERSION (built-in)

            Formula of the main term
              N * positions * C_in * C_out / group * kernel
              Term       Value  Meaning
              N              1  batch size
              positions  3 136  output positions
              C_in          64  input channels
              C_out         64  output channels
              group          1  groups
              kernel         1  elements of the kernel

            Cost in one inference
              MACs         12.8 M = 12 845 056
              FLOPs        25.7 M = 25 690 112
              parameters   4.10 k = 4 096
              weights      16.0 KiB = 16 384
              read         800 KiB = 819 200
              written      784 KiB = 802 816

              Work of one execution  Type         Amount
              multiply add           float32  12 845 056
              sum start              float32     200 704
            """);
  }

  @Test
  void countsWithTheOptionsOfAnAnalysis() {
    assertThat(explain("/fc/Gemm", RESNET, "--batch", "8", "--convention", "paper"))
        .contains("float32[8, 2048]")
        .containsPattern("\n  MACs +16.4 M = 16 384 000\n")
        .containsPattern("\n  paper +16.4 M = 16 384 000\n");
  }

  @Test
  void saysWhyALayerIsFree() {
    assertThat(explain("/Flatten", RESNET)).contains("status       free\n  because      ");
  }

  @Test
  void showsAFewOfManyLayers() {
    assertThat(explain("op:Conv", RESNET)).contains("... and 43 more layers");
  }

  @Test
  void suggestsTheLayerThatWasMeant() {
    CommandRunner.Result result = CommandRunner.run("explain", "/fc/Gem", RESNET);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0003] resnet50.raw.onnx: there is no layer \"/fc/Gem\""
                + "  hint:  did you mean \"/fc/Gemm\"?");
    assertThat(CommandRunner.run("explain", "175", RESNET).err())
        .contains("there are 175 layers, from 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LayerNormalization", "ai.onnx:LayerNormalization"})
  void saysHowAnOperatorIsCounted(String operator) {
    assertThat(explain(operator))
        .startsWith("ai.onnx:LayerNormalization\n  versions     17\n  counted by   modelcounter\n")
        .contains("  work  ", "  formula  ", "  source  ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"E0317", "e0317"})
  void saysWhatACodeMeans(String code) {
    assertThat(explain(code))
        .startsWith("E0317 (error)\n  cause        A node contradicts its operator")
        .contains("  what to do   Correct the node");
  }

  @ParameterizedTest
  @CsvSource({
    "Conf, 'there is no operator \"Conf\"', did you mean Conv?",
    "/conv1/Conv, 'there is no operator \"/conv1/Conv\"', 'to explain a layer, name the model too'",
    "E0777, 'there is no code \"E0777\"', did you mean",
  })
  void suggestsWhatWasMeant(String topic, String reason, String hint) {
    CommandRunner.Result result = CommandRunner.run("explain", topic);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(reason, hint);
  }

  @Test
  void passesOnWhatIsWrongWithAModel() {
    assertThat(CommandRunner.run("explain", "0", "no.onnx").exitCode()).isEqualTo(3);
    assertThat(CommandRunner.run("explain", "0", RESNET, "--set", "n=1").exitCode()).isEqualTo(2);
  }
}
