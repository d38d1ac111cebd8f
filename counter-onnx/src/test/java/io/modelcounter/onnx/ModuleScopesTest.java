package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleScopesTest {
  private final ModuleScopes scopes = new ModuleScopes();

  private String module(String nodeName, String... inputs) {
    return String.join(".", scopes.fromNodeName(nodeName, List.of(inputs)));
  }

  @ParameterizedTest
  @CsvSource({
    "/conv1/Conv, conv1",
    "/layer1/layer1.0/conv1/Conv, layer1.0.conv1",
    "/layer1/layer1.0/downsample/downsample.0/Conv, layer1.0.downsample.0",
    "/encoder/layer.11/attention/self/MatMul, encoder.layer.11.attention.self",
    "/features/features.3/conv/conv.0/conv.0.0/Conv, features.3.conv.0.0",
    "/3/3.0/ConvTranspose, 3.0",
    "model/dense_1/MatMul, model.dense_1",
    "/Concat, ''",
    "Conv_0, ''",
    "'', ''",
  })
  void readsModulePathsFromNodeNames(String name, String module) {
    assertThat(module(name)).isEqualTo(module);
  }

  @Test
  void takesNumberedCallsForTheModule() {
    assertThat(module("/layer1/layer1.0/relu/Relu")).isEqualTo("layer1.0.relu");
    assertThat(module("/layer1/layer1.0/relu_1/Relu")).isEqualTo("layer1.0.relu");
    assertThat(module("/update_block/conv/Conv")).isEqualTo("update_block.conv");
    assertThat(module("/update_block_11/Add")).isEqualTo("update_block");
  }

  @Test
  void leavesNumberedModulesTheirName() {
    assertThat(module("/block/ln_1/LayerNormalization")).isEqualTo("block.ln_1");
    assertThat(module("/conv/Conv", "x", "conv.weight")).isEqualTo("conv");
    assertThat(module("/conv_1/Conv", "x", "conv_1.weight")).isEqualTo("conv_1");
    assertThat(module("model/conv2d/Conv2D")).isEqualTo("model.conv2d");
    assertThat(module("model/conv2d_1/Conv2D")).isEqualTo("model.conv2d_1");
  }

  @Test
  void readsTheListOfTheNewerExporter() {
    assertThat(scopes.fromNameScopes("['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d']"))
        .containsExactly("layer1", "0", "conv1");
    assertThat(scopes.fromNameScopes("['', 'conv2d']")).isEmpty();
    assertThat(scopes.fromNameScopes("['conv2d']")).isEmpty();
    assertThat(scopes.fromNameScopes("")).isEmpty();
    assertThat(scopes.fromNameScopes("['', 'unclosed")).isEmpty();
    assertThat(scopes.fromNameScopes("['_empty_nn_module_stack_from_metadata_hook', 'add']"))
        .isEmpty();
  }

  @Test
  void readsTheNamespaceOfTheNewerExporter() {
    String namespace = ": Net/layer1: torch.nn.Sequential/layer1.0: Block/add: aten.add.Tensor";
    assertThat(scopes.fromNamespace(namespace)).containsExactly("layer1", "0");
    assertThat(scopes.fromNamespace(": Net/add: aten.add.Tensor")).isEmpty();
    assertThat(scopes.fromNamespace("nothing")).isEmpty();
  }

  @Test
  void prefersMetadataToTheName() {
    WireWriter node =
        OnnxFiles.node("Relu", "x", "y")
            .text(3, "/other/Relu")
            .message(9, OnnxFiles.entry(ModuleScopes.NAMESPACE, ": Net/a: A/b: B"))
            .message(9, OnnxFiles.entry(ModuleScopes.NAME_SCOPES, "['', 'a', 'a.c', 'relu']"));
    assertThat(
            OnnxFiles.read(OnnxFiles.model(OnnxFiles.graph(node))).graph().nodes().get(0).scope())
        .containsExactly("a", "c");
  }
}
