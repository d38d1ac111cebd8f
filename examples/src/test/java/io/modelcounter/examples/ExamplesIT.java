package io.modelcounter.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who built an example and gives its jar to the command. */
class ExamplesIT {
  private static final String VERSION = System.getProperty("example.version");

  private static final Path LAYERS =
      jar("custom-layer", "modelcounter-plugin-acme-layers-" + VERSION + ".jar");
  private static final Path NPU =
      jar("grouped-convolution", "modelcounter-plugin-acme-npu-" + VERSION + ".jar");

  private static final Path ATTENTION = Path.of("custom-layer/model/window-attention.onnx");
  private static final Path MOBILENET =
      Path.of("../fixtures/exported/papers/mobilenet_v1_a1.00_224.onnx");

  @TempDir private Path directory;

  /**
   * What a run did.
   *
   * @param exitCode the exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  private record Result(int exitCode, String out, String err) {}

  private static Path jar(String example, String name) {
    return Path.of(example, "target", name).toAbsolutePath();
  }

  /** Runs the command in a process of its own, which finds no plugin that a user installed. */
  private Result run(Object... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.modelcounter.cli.Main"));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    File out = directory.resolve("out").toFile();
    File err = directory.resolve("err").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("MODELCOUNTER_"));
    environment.put("XDG_DATA_HOME", directory.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    int exitCode = builder.start().waitFor();
    return new Result(exitCode, read(out), read(err));
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  private String json(Path model, Object... options) throws IOException, InterruptedException {
    List<Object> args = new ArrayList<>(List.of("analyze", model, "-q", "-f", "json"));
    args.addAll(List.of(options));
    Result result = run(args.toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  @Test
  void leavesAProprietaryLayerUnknownWithoutItsPlugin() throws Exception {
    assertThat(json(ATTENTION)).contains("\"macs\": null");
  }

  @Test
  void countsAProprietaryLayerWithItsPlugin() throws Exception {
    // 196 * 8 * 24 + 4 * 49 * 49 * 16 + 196 * 8 * 8 for each sample
    assertThat(json(ATTENTION, "--plugin", LAYERS))
        .contains("\"macs\": \"203840*batch\"", "\"countedBy\": \"acme-layers\"")
        .contains("\"id\": \"acme-layers\"", "\"version\": \"" + VERSION + "\"");
  }

  @Test
  void countsAsTheConventionOfAPluginDoes() throws Exception {
    assertThat(json(ATTENTION, "--plugin", LAYERS, "--convention", "acme-cycles", "--batch", 1))
        .contains("\"acme-cycles\"");
  }

  @Test
  void replacesAStandardCounterOnlyIfThatIsAskedFor() throws Exception {
    Result refused = run("analyze", MOBILENET, "--plugin", NPU);
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).contains("E0711", "--prefer acme-npu");
  }

  @Test
  void countsGroupedConvolutionsAsAPreferredPluginDoes() throws Exception {
    String standard = json(MOBILENET);
    String preferred = json(MOBILENET, "--plugin", NPU, "--prefer", "acme-npu");
    assertThat(standard).contains("\"macs\": 568740352");
    assertThat(preferred)
        .doesNotContain("\"macs\": 568740352")
        .contains("\"countedBy\": \"acme-npu\"", "\"countedBy\": \"modelcounter\"");
  }

  @Test
  void verifiesThePluginsOfTheExamples() throws Exception {
    assertThat(run("plugin", "verify", LAYERS, "--model", ATTENTION).exitCode()).isZero();
    assertThat(run("plugin", "verify", NPU).exitCode()).isZero();
  }
}
