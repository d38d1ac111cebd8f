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
}
