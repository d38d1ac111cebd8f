package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every real file of the test material, where that is present. */
class CorpusTest {
  static final Path CORPUS =
      Stream.of("../shared/corpus", "../../shared/corpus")
          .map(Path::of)
          .filter(Files::isDirectory)
          .findFirst()
          .orElse(Path.of("../shared/corpus"));

  private final OnnxModelReader reader = new OnnxModelReader();

  @BeforeAll
  static void skipsWithoutTheMaterial() {
    assumeTrue(Files.isDirectory(CORPUS), "skipped: there is no " + CORPUS);
  }

  private static List<Path> files(String extension) throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }

  private static void constants(Graph graph, List<Constant> found) {
    found.addAll(graph.initializers().values());
    for (Node node : graph.nodes()) {
      for (AttributeValue value : node.attributes().asMap().values()) {
        if (value.value() instanceof Constant constant) {
          found.add(constant);
        } else if (value.value() instanceof Graph inner) {
          constants(inner, found);
        }
      }
    }
  }

  @Test
  void readsEveryFileButTheTwoHostileOnes() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : files(".onnx")) {
      ModelInput input = ModelInput.of(file);
      assertThat(reader.accepts(input)).as(file.toString()).isTrue();
      try {
        Model model = reader.read(input, diagnostic -> {});
        List<Constant> constants = new ArrayList<>();
        constants(model.graph(), constants);
        for (Constant constant : constants) {
          constant
              .value()
              .ifPresent(value -> assertThat(value.tensorType()).isEqualTo(constant.type()));
        }
      } catch (ModelException refusal) {
        refused.add(file.getFileName() + " " + refusal.code());
      }
    }
    assertThat(refused)
        .containsExactly("evil_external_memaddr.onnx E0501", "evil_external_path_etc.onnx E0501");
  }

  @Test
  void acceptsNoTensorFlowLiteFile() throws IOException {
    for (Path file : files(".tflite")) {
      assertThat(reader.accepts(ModelInput.of(file))).as(file.toString()).isFalse();
    }
  }

  private Set<String> modules(String file) {
    Model model = reader.read(ModelInput.of(CORPUS.resolve(file)), diagnostic -> {});
    return model.graph().nodes().stream()
        .map(node -> String.join(".", node.scope()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void findsTheModulesOfResNet() {
    assertThat(modules("exported/zoo/resnet18.raw.onnx"))
        .contains("conv1", "layer1.0.conv1", "layer1.0.relu", "layer2.0.downsample.0", "fc")
        .hasSize(6 + 8 * 5 + 3 * 2 + 8 + 1);
  }

  @Test
  void findsTheSameModulesInTheFilesOfBothExporters() {
    for (String name : List.of("hf/bert_base", "hf/distilbert", "hf/gpt2", "hf/t5_encoder_small")) {
      assertThat(modules("exported/" + name + ".onnx"))
          .as(name)
          .isEqualTo(modules("exported/" + name + ".ts.onnx"));
    }
  }
}
