package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.Shape;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

class InputTypesTest {

  private static TestGraph graph() {
    TestGraph graph = TestGraph.named("inputs");
    String ids = graph.input("ids", "int64[batch, sequence]");
    String mask = graph.input("mask", "int64[batch, sequence]");
    graph.output(graph.node("Add", ids, mask).output("sum"));
    return graph;
  }

  private static String types(AnalysisOptions options) {
    return InputTypes.of(graph().model().graph(), options).inputs().stream()
        .map(input -> input.name() + " " + input.type())
        .toList()
        .toString();
  }

  @Test
  void bindsASymbolInAllInputs() {
    assertThat(types(AnalysisOptions.defaults().withSymbol("batch", 3)))
        .isEqualTo("[ids int64[3, sequence], mask int64[3, sequence]]");
  }

  @Test
  void bindsTheSymbolsOfAReplacedShapeEverywhere() {
    assertThat(types(AnalysisOptions.defaults().withInputShape("ids", Shape.of(2, 16))))
        .isEqualTo("[ids int64[2, 16], mask int64[2, 16]]");
  }

  @Test
  void setsTheBatchOfAllInputs() {
    assertThat(types(AnalysisOptions.defaults().withBatch(8)))
        .isEqualTo("[ids int64[8, sequence], mask int64[8, sequence]]");
  }

  @Test
  void refusesAnInputThatDoesNotExistNamingThoseThatDo() {
    assertThatThrownBy(
            () -> types(AnalysisOptions.defaults().withInputShape("pixels", Shape.of(1, 3))))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("pixels")
        .hasMessageContaining("ids, mask");
  }

  @Test
  void refusesAnotherRank() {
    assertThatThrownBy(
            () -> types(AnalysisOptions.defaults().withInputShape("ids", Shape.of(1, 3, 4))))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("2 dimensions");
  }

  @Test
  void refusesASymbolThatDoesNotExistNamingThoseThatDo() {
    assertThatThrownBy(() -> types(AnalysisOptions.defaults().withSymbol("seq", 3)))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("seq")
        .hasMessageContaining("batch, sequence");
  }

  @Test
  void refusesTwoValuesForOneSymbol() {
    assertThatThrownBy(
            () ->
                types(
                    AnalysisOptions.defaults()
                        .withInputShape("ids", Shape.of(2, 16))
                        .withInputShape("mask", Shape.of(3, 16))))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("batch");
  }

  @Test
  void solvesTheTextOfADimension() {
    TestGraph graph = TestGraph.named("unet");
    graph.output(graph.node("Relu", graph.input("image", "float32[1, 3, 8*h8]")).output("y"));

    assertThat(
            InputTypes.of(graph.model().graph(), AnalysisOptions.defaults().withSymbol("8*h8", 64))
                .inputs()
                .get(0)
                .type())
        .hasToString("float32[1, 3, 64]");
  }

  @Test
  void settlesAnExpressionByTheSymbolsOfOtherInputs() {
    TestGraph graph = TestGraph.named("cache");
    graph.input("mask", "int64[batch, past + sequence]");
    graph.input("ids", "int64[batch, sequence]");
    graph.input("cache", "float32[batch, 8, past, 64]");
    graph.output(graph.node("Relu", "cache").output("y"));
    AnalysisOptions options =
        AnalysisOptions.defaults()
            .withInputShape("mask", Shape.of(1, 12))
            .withInputShape("ids", Shape.of(1, 4))
            .withInputShape("cache", Shape.of(1, 8, 8, 64));

    assertThat(InputTypes.of(graph.model().graph(), options).inputs())
        .extracting(input -> input.type().toString())
        .containsExactly("int64[1, 12]", "int64[1, 4]", "float32[1, 8, 8, 64]");
  }

  @Test
  void refusesAnExpressionThatTheOtherInputsContradict() {
    TestGraph graph = TestGraph.named("cache");
    graph.input("mask", "int64[past + sequence]");
    graph.input("ids", "int64[past, sequence]");
    graph.output(graph.node("Relu", "mask").output("y"));
    AnalysisOptions options =
        AnalysisOptions.defaults()
            .withInputShape("mask", Shape.of(11))
            .withInputShape("ids", Shape.of(8, 4));

    assertThatThrownBy(() -> InputTypes.of(graph.model().graph(), options))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("mask")
        .hasMessageContaining("12");
  }

  @Test
  void refusesANegativeSize() {
    TestGraph graph = TestGraph.named("fixed");
    graph.input("x", "float32[1, 8]");
    graph.output(graph.node("Relu", "x").output("y"));

    assertThatThrownBy(
            () -> InputTypes.of(graph.model().graph(), AnalysisOptions.defaults().withBatch(-4)))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("-4");
  }

  @Test
  void replacesAnExpressionThatNothingSettlesInItsPlaceOnly() {
    TestGraph graph = TestGraph.named("cache");
    graph.input("ids", "int64[cache + seq]");
    graph.input("mask", "int64[cache + seq]");
    graph.output(graph.node("Relu", "mask").output("y"));
    AnalysisOptions options =
        AnalysisOptions.defaults()
            .withInputShape("ids", Shape.of(8))
            .withInputShape("mask", Shape.of(12));

    InputTypes.Result result = InputTypes.of(graph.model().graph(), options);

    assertThat(result.inputs())
        .extracting(input -> input.type().toString())
        .containsExactly("int64[8]", "int64[12]");
    assertThat(result.assumptions())
        .contains("dimension 0 of input ids is 8 instead of the declared cache + seq");
  }
}
