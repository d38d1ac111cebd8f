package io.modelcounter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights count by their elements, and their bytes by the real width of their type. */
class NarrowWeightsTest {

  private static Analysis multiplication(String type) {
    TestGraph graph = TestGraph.named("narrow").opset(25);
    String x = graph.input("x", "float32[batch, 3]");
    String packed = graph.weight("w", type + "[3, 5]");
    String scale = graph.weight("scale", "float32[]");
    String weight =
        graph.node("DequantizeLinear", packed, scale).named("dequantize").output("w_float");
    graph.output(graph.node("MatMul", x, weight).output("y"));
    return Analyses.of(graph);
  }

  @ParameterizedTest
  @CsvSource({
    "int2, 4",
    "uint2, 4",
    "int4, 8",
    "uint4, 8",
    "float4e2m1, 8",
    "int8, 15",
    "uint8, 15",
    "float8e4m3fn, 15",
    "float8e4m3fnuz, 15",
    "float8e5m2, 15",
    "float8e5m2fnuz, 15",
    "int32, 60"
  })
  void takeTheBytesOfTheirType(String type, long bytes) {
    Analysis analysis = multiplication(type);

    assertThat(analysis.totals().parameters()).hasToString("15");
    assertThat(analysis.totals().weightBytes()).hasToString(Long.toString(bytes));
    assertThat(Analyses.layer(analysis, "dequantize").traffic().readBytes())
        .hasToString(Long.toString(bytes + 4));
  }

  @ParameterizedTest
  @CsvSource({"float16, 30", "bfloat16, 30", "float8e4m3fn, 15", "float8e5m2, 15"})
  void takeTheBytesOfTheirTypeBehindACast(String type, long bytes) {
    TestGraph graph = TestGraph.named("cast").opset(25);
    String x = graph.input("x", "float32[batch, 3]");
    String weight =
        graph
            .node("Cast", graph.weight("w", type + "[3, 5]"))
            .attribute("to", 1L)
            .output("w_float");
    graph.output(graph.node("MatMul", x, weight).output("y"));
    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().parameters()).hasToString("15");
    assertThat(analysis.totals().weightBytes()).hasToString(Long.toString(bytes));
  }
}
