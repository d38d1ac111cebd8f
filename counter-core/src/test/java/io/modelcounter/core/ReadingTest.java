package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.analysis.Reading;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

/** A quantized model has two readings. */
class ReadingTest {

  /** Floats are quantized, convolved between DequantizeLinear and QuantizeLinear, dequantized. */
  private static TestGraph convolution() {
    TestGraph graph = TestGraph.named("quantized").opset(21);
    graph.weight("scale", "float32[]");
    graph.weight("zero", "uint8[]");
    graph.weight("w_zero", "int8[]");
    String x = graph.input("x", "float32[batch, 3, 4, 4]");
    String input = graph.node("QuantizeLinear", x, "scale", "zero").output("input");
    String left = graph.node("DequantizeLinear", input, "scale", "zero").output("left");
    String weight =
        graph
            .node("DequantizeLinear", graph.weight("w", "int8[2, 3, 1, 1]"), "scale", "w_zero")
            .output("weight");
    String y = graph.node("Conv", left, weight).named("conv").output("y");
    String result = graph.node("QuantizeLinear", y, "scale", "zero").output("result");
    graph.output(graph.node("DequantizeLinear", result, "scale", "zero").output("z"));
    return graph;
  }

  private static Analysis fused(TestGraph graph) {
    return Analyses.of(graph, AnalysisOptions.defaults().withReading(Reading.FUSED));
  }

  @Test
  void readsAModelAsWrittenUnlessAskedOtherwise() {
    Analysis analysis = Analyses.of(convolution());

    assertThat(analysis.reading()).isEqualTo(Reading.AS_WRITTEN);
    assertThat(analysis.layers()).hasSize(6);
    assertThat(analysis.assumptions()).isEmpty();
    // 48 elements quantized (5 each) and dequantized (2 each), 6 weights dequantized, 96
    // multiply-adds,
    // 32 results quantized and dequantized.
    assertThat(analysis.totals().flops()).hasToString("752*batch + 12");
    assertThat(analysis.totals().macs()).hasToString("96*batch");
  }

  @Test
  void theFusedReadingCountsTheOperatorOnQuantizedTensors() {
    Analysis analysis = fused(convolution());
    LayerCost convolution = Analyses.layer(analysis, "conv");
    Work work = convolution.cost().low();

    assertThat(analysis.reading()).isEqualTo(Reading.FUSED);
    assertThat(analysis.layers()).hasSize(3);
    assertThat(convolution.operator().name()).isEqualTo("QLinearConv");
    assertThat(convolution.status()).isEqualTo(LayerStatus.EXACT);
    assertThat(work.amounts())
        .containsEntry(
            new Work.Key(WorkKind.MULTIPLY_ADD, ElementType.UINT8), Size.parse("96*batch"));
    assertThat(analysis.totals().macs()).hasToString("96*batch");
    // 48 elements quantized; 96 multiply-adds, the zero points of 48 elements and 6 weights, and 5
    // operations for each of 32 results; these dequantized.
    assertThat(analysis.totals().flops()).hasToString("704*batch + 6");
    assertThat(analysis.assumptions())
        .singleElement()
        .asString()
        .contains("DequantizeLinear and QuantizeLinear (1)");
  }

  @Test
  void eachReadingHoldsTheOther() {
    Analysis written = Analyses.of(convolution());
    Analysis fused = fused(convolution());

    assertThat(written.otherReading().orElseThrow().totals()).isEqualTo(fused.totals());
    assertThat(fused.otherReading().orElseThrow().totals()).isEqualTo(written.totals());
    assertThat(written.otherReading().orElseThrow().otherReading()).isEmpty();
  }

  @Test
  void parametersAndTheirBytesAreTheSameInBothReadings() {
    Analysis written = Analyses.of(convolution());
    Analysis fused = fused(convolution());

    assertThat(written.totals().parameters()).hasToString("6");
    assertThat(fused.totals().parameters()).hasToString("6");
    assertThat(fused.totals().weightBytes()).isEqualTo(written.totals().weightBytes());
  }

  @Test
  void floatsThatNobodyMakesTakeNoMemory() {
    Analysis written = Analyses.of(convolution()).bind(Bindings.of("batch", 1));
    Analysis fused = fused(convolution()).bind(Bindings.of("batch", 1));

    // The floats of the input and of the result, and the dequantized weights.
    assertThat(written.totals().peakActivationBytes()).hasToString("344");
    // The input as floats and quantized.
    assertThat(fused.totals().peakActivationBytes()).hasToString("240");
  }

  @Test
  void bindingBindsBothReadings() {
    Analysis bound = Analyses.of(convolution()).bind(Bindings.of("batch", 2));

    assertThat(bound.totals().flops()).hasToString("1516");
    assertThat(bound.otherReading().orElseThrow().totals().flops()).hasToString("1414");
    assertThat(bound.otherReading().orElseThrow().reading()).isEqualTo(Reading.FUSED);
  }

  @Test
  void aModelOfFloatsIsTheSameInBothReadings() {
    TestGraph graph = TestGraph.named("floats");
    graph.output(graph.node("Relu", graph.input("x", "float32[2]")).output("y"));

    assertThat(Analyses.of(graph).otherReading()).isEmpty();
    assertThat(fused(graph).otherReading()).isEmpty();
    assertThat(fused(graph).totals()).isEqualTo(Analyses.of(graph).totals());
  }
}
