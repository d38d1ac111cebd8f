package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTypingTest {

  /** A body that hands a condition on and has carried values. */
  private static TestGraph body(String goesOn, String... carried) {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    for (String name : carried) {
      body.input(name);
    }
    body.output(body.node("Identity", goesOn).output("goOn"));
    return body;
  }

  private static TestGraph doubling(String goesOn) {
    TestGraph body = body(goesOn, "s");
    body.output(body.node("Concat", "s", "s").attribute("axis", 0L).output("next"));
    return body;
  }

  private static TestGraph graph(long trips) {
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[2]");
    graph.input("c", "bool[]");
    graph.scalar("trips", trips);
    return graph;
  }

  private static String firstOutput(TestGraph graph) {
    return Analyses.of(graph).outputs().get(0).type().toString();
  }

  @Test
  void leavesOpenWhetherABodyOfOneTripIsExecutedAtAll() {
    TestGraph graph = graph(1);
    graph.output(graph.node("Loop", "trips", "c", "x").graph("body", doubling("go")).output("y"));

    assertThat(firstOutput(graph)).isEqualTo("float32[y.0]");
  }

  @Test
  void executesABodyOfOneTripWhateverConditionItHandsOn() {
    TestGraph graph = graph(1);
    graph.output(graph.node("Loop", "trips", "", "x").graph("body", doubling("c")).output("y"));

    assertThat(firstOutput(graph)).isEqualTo("float32[4]");
  }

  @Test
  void executesABodyThatEndsTheLoopOnce() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("s");
    body.constant("no", TensorValue.scalar(ElementType.BOOL, Scalar.of(false)));
    body.output("no");
    body.output(body.node("Relu", "s").output("next"));
    TestGraph graph = graph(10);
    graph.output(graph.node("Loop", "trips", "", "x").graph("body", body).output("y"));

    assertThat(Analyses.of(graph).totals().flops().toString()).isEqualTo("2");
  }

  @Test
  void followsAChangeThroughManyCarriedValues() {
    int length = 12;
    String[] carried = new String[length];
    String[] inputs = new String[length + 2];
    String[] outputs = new String[length];
    inputs[0] = "trips";
    inputs[1] = "";
    for (int i = 0; i < length; i++) {
      carried[i] = "s" + i;
      inputs[i + 2] = "x";
      outputs[i] = "y" + i;
    }
    TestGraph body = body("go", carried);
    body.output(body.node("Concat", "s0", "s0").attribute("axis", 0L).output("next0"));
    for (int i = 1; i < length; i++) {
      body.output(body.node("Identity", "s" + (i - 1)).output("next" + i));
    }
    TestGraph graph = graph(30);
    graph.node("Loop", inputs).graph("body", body).outputs(outputs);
    graph.output("y" + (length - 1));

    assertThat(firstOutput(graph)).isEqualTo("float32[?]");
  }

  @Test
  void keepsACarriedSequenceASequence() {
    int length = 9;
    String[] carried = new String[length];
    String[] inputs = new String[length + 2];
    String[] outputs = new String[length];
    inputs[0] = "trips";
    inputs[1] = "";
    for (int i = 0; i < length; i++) {
      carried[i] = "s" + i;
      inputs[i + 2] = "empty";
      outputs[i] = "y" + i;
    }
    TestGraph body = body("go", carried);
    body.output(body.node("SequenceInsert", "s0", "x").output("next0"));
    for (int i = 1; i < length; i++) {
      body.output(body.node("Identity", "s" + (i - 1)).output("next" + i));
    }
    TestGraph graph = graph(30);
    graph.node("SequenceEmpty").output("empty");
    graph.node("Loop", inputs).graph("body", body).outputs(outputs);
    graph.output("y" + (length - 1));

    assertThat(Analyses.of(graph).outputs().get(0).type()).isInstanceOf(SequenceType.class);
  }

  @Test
  void doesNotTakeTheFillOfTheFirstIterationForThatOfAll() {
    TestGraph body = body("go", "s");
    body.output(body.node("Mul", "s", "factor").output("next"));
    body.output(body.node("Shape", body.node("NonZero", "s").output("found")).output("shape"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[n]");
    graph.input("factor", "int64[n]");
    graph.scalar("trips", 3);
    TensorValue one = TensorValue.vector(ElementType.INT64, List.of(Scalar.of(1)));
    graph
        .node("ConstantOfShape", graph.node("Shape", "x").output("size"))
        .attribute("value", AttributeValue.of(Constant.of("", one)))
        .output("ones");
    graph.node("Loop", "trips", "", "ones").graph("body", body).outputs("last", "all");
    graph.output("all");

    Analysis analysis = Analyses.of(graph);

    assertThat(Analyses.layer(analysis, "found").outputs().get(0).type().toString())
        .contains("count");
  }

  @Test
  void givesEveryLoopItsOwnTripCountThoughNamesRepeat() {
    TestGraph graph = TestGraph.named("loops");
    graph.input("x", "float32[5]");
    for (String count : List.of("first", "second")) {
      TestGraph body = body("go", "s");
      body.output(body.node("Relu", "s").output("next"));
      body.output(body.node("Relu", "s").output("shown"));
      graph.input(count, "int64[]");
      graph
          .node("Loop", count, "", "x")
          .named("loop")
          .graph("body", body)
          .outputs("", "all_" + count);
      graph.output("all_" + count);
    }

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.outputs().get(0).type()).isNotEqualTo(analysis.outputs().get(1).type());
  }
}
