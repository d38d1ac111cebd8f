package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that are left out of totals, and totals divided among samples. */
class LayersAndSamplesTest {
  private static final Path RESNET =
      Corpus.repository().resolve("fixtures/exported/zoo/resnet50.raw.onnx");
  private static final Path BERT =
      Corpus.repository().resolve("fixtures/exported/hf/bert_base.ts.onnx");
  private static final Path TWO_INPUTS = CommandRunner.unit("F.conv2d");

  private static JsonNode analyze(Path model, Object... args) throws IOException {
    Object[] all = new Object[args.length + 4];
    all[0] = "analyze";
    all[1] = model;
    all[2] = "-f";
    all[3] = "json";
    System.arraycopy(args, 0, all, 4, args.length);
    return new ObjectMapper().readTree(CommandRunner.run(all).out());
  }

  @ParameterizedTest
  @CsvSource({
    "/fc/Gemm, 1",
    "/layer1/**, 32",
    "op:Conv, 53",
    "scope:layer4, 32",
    "scope:layer*.0, 48",
    "graph:main, 175",
  })
  void layersAreLeftOut(String pattern, int count) throws IOException {
    JsonNode report = analyze(RESNET, "--ignore", pattern);
    assertThat(report.at("/coverage/ignored").intValue()).isEqualTo(count);
    long sum = 0;
    for (JsonNode layer : report.get("layers")) {
      sum += layer.has("ignored") ? 0 : layer.get("macs").longValue();
    }
    assertThat(report.at("/totals/macs").longValue()).isEqualTo(sum);
  }

  @Test
  void aPatternWithoutLayersIsAWarning() {
    CommandRunner.Result result =
        CommandRunner.run("analyze", RESNET, "-q", "-v", "--ignore", "op:Cnv");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains(
            "warning[W0003] " + RESNET + ": no layer is left out, as none matches \"op:Cnv\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "op:"})
  void aPatternMeansSomething(String pattern) {
    CommandRunner.Result result = CommandRunner.run("analyze", RESNET, "--ignore=" + pattern);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error[E0002] --ignore: ").contains("names no layer");
  }

  @Test
  void layersThatAreLeftOutAreNotUnknown() {
    assertThat(
            CommandRunner.run("analyze", RESNET, "-q", "--ignore", "op:Conv", "--fail-on-unknown")
                .exitCode())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "1, 1"})
  void samplesShareTheCostOfABatch(String batch, long samples) throws IOException {
    JsonNode report = analyze(RESNET, "--batch", batch, "--per-sample");
    assertThat(report.at("/perSample/samples").longValue()).isEqualTo(samples);
    assertThat(report.at("/perSample/macs").longValue())
        .isEqualTo(report.at("/totals/macs").longValue() / samples)
        .isEqualTo(analyze(RESNET).at("/totals/macs").longValue());
  }

  @Test
  void samplesMayBeASymbol() throws IOException {
    JsonNode report = analyze(BERT, "--per-sample");
    assertThat(report.at("/perSample/samples").textValue()).isEqualTo("batch");
    assertThat(report.at("/perSample/macs").textValue())
        .isEqualTo("84934656*sequence + 18432*sequence^2");
  }

  @Test
  void samplesMayBeGiven() throws IOException {
    assertThat(analyze(TWO_INPUTS, "--per-sample", "7").at("/perSample/macs").longValue())
        .isEqualTo(56_448 / 7);
    assertThat(analyze(TWO_INPUTS, "--per-sample=5").at("/perSample/macs").textValue())
        .isEqualTo("56448/5");
  }

  @Test
  void samplesAreNotGuessed() {
    CommandRunner.Result result = CommandRunner.run("analyze", "--per-sample", TWO_INPUTS);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0003] F.conv2d.onnx: the inputs do not share a first size that could be the"
                + " number of samples  hint:  give it, for example --per-sample=8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2-3", "n-1", "x y"})
  void samplesAreANumber(String samples) {
    CommandRunner.Result result = CommandRunner.run("analyze", RESNET, "--per-sample=" + samples);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error[E0002] --per-sample: \"" + samples + "\" is no number of samples");
  }
}
