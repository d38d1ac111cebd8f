package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.core.Analyses;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlFlowTest {

  /** A 16 x 16 product of a captured matrix with itself, beside a mere Relu of it. */
  private static TestGraph branch(String condition) {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("MatMul", "x", "x").named("product").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Relu", "x").named("relu").output("e"));
    TestGraph graph = TestGraph.named("branch");
    graph.input("x", "float32[16, 16]");
    String c =
        condition.equals("unknown")
            ? graph.input("c", "bool[]")
            : graph.constant(
                "c",
                TensorValue.scalar(ElementType.BOOL, Scalar.of(Boolean.parseBoolean(condition))));
    graph.output(
        graph
            .node("If", c)
            .named("if")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));
    return graph;
  }

  private static TestGraph loop(String trips) {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("state", "float32[16, 16]");
    body.output(body.node("Identity", "go").output("goOn"));
    body.output(body.node("MatMul", "state", "state").named("step").output("next"));
    body.output(body.node("ReduceSum", "next").attribute("keepdims", 0L).output("sum"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[16, 16]");
    String count =
        trips.equals("unknown")
            ? graph.input("count", "int64[]")
            : graph.scalar("count", Long.parseLong(trips));
    graph.node("Loop", count, "", "x").named("loop").graph("body", body).outputs("last", "sums");
    graph.output("last");
    graph.output("sums");
    return graph;
  }

  @Test
  void takesTheBranchOfAKnownCondition() {
    Analysis taken = Analyses.of(branch("true"));

    assertThat(taken.totals().macs().toString()).isEqualTo("4096");
    assertThat(taken.layers()).extracting(LayerCost::name).containsExactly("if", "product");
    assertThat(Analyses.of(branch("false")).totals().macs().toString()).isEqualTo("0");
  }

  @Test
  void boundsAnUnknownConditionByTheCheaperAndTheDearerBranch() {
    Analysis analysis = Analyses.of(branch("unknown"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("between 0 and 4096");
    assertThat(analysis.totals().flops().toString()).isEqualTo("between 256 and 8192");
    assertThat(Analyses.layer(analysis, "product").status()).isEqualTo(LayerStatus.BOUNDED);
    assertThat(analysis.outputs().get(0).type()).hasToString("float32[16, 16]");
  }

  @Test
  void leavesOutABranchThatCannotBeTakenWithTheSizesAtHand() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Squeeze", "x", "axis").named("squeeze").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Identity", "x").named("same").output("e"));
    TestGraph graph = TestGraph.named("branch");
    graph.input("x", "float32[16, 16]");
    graph.input("c", "bool[]");
    graph.constant("axis", 0);
    graph.output(
        graph
            .node("If", "c")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.outputs().get(0).type()).hasToString("float32[16, 16]");
    assertThat(analysis.diagnostics())
        .anyMatch(diagnostic -> diagnostic.message().contains("then branch cannot be taken"));
  }

  @Test
  void refusesABranchThatReadsWhatNothingGives() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Relu", "nowhere").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Relu", "x").output("e"));
    TestGraph graph = TestGraph.named("branch");
    graph.input("x", "float32[16]");
    graph.input("c", "bool[]");
    graph.output(
        graph
            .node("If", "c")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void keepsSizesInBodiesApartThoughNamesRepeat() {
    TestGraph graph = TestGraph.named("branches");
    graph.constant("yes", TensorValue.scalar(ElementType.BOOL, Scalar.of(true)));
    for (String name : List.of("x", "y")) {
      TestGraph then = TestGraph.named("then");
      then.output(then.node("NonZero", name).output("found"));
      graph.input(name, "float32[5]");
      graph.output(
          graph
              .node("If", "yes")
              .named("if")
              .graph("then_branch", then)
              .graph("else_branch", then)
              .output(name + "_found"));
    }

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.outputs().get(0).type()).isNotEqualTo(analysis.outputs().get(1).type());
  }

  @Test
  void multipliesTheBodyOfALoopByItsTripCount() {
    Analysis analysis = Analyses.of(loop("10"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("40960");
    assertThat(Analyses.layer(analysis, "step").multiplicity().toString()).isEqualTo("10");
    assertThat(Analyses.layer(analysis, "step").graph()).isEqualTo("main/loop/body");
    assertThat(analysis.outputs().get(1).type()).hasToString("float32[10]");
  }

  @Test
  void countsAnUnknownTripCountAsAtLeast() {
    Analysis analysis = Analyses.of(loop("unknown"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("at least 0");
    assertThat(Analyses.layer(analysis, "step").status()).isEqualTo(LayerStatus.BOUNDED);
  }

  @Test
  void countsAHugeTripCountExactly() {
    assertThat(Analyses.of(loop("1000000000")).totals().macs().toString())
        .isEqualTo("4096000000000");
  }

  @Test
  void generalisesACarriedSizeThatGrows() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("state", "float32[n, 4]");
    body.output(body.node("Identity", "go").output("goOn"));
    body.output(
        body.node("Concat", "state", "row").attribute("axis", 0L).named("grow").output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("start", "float32[1, 4]");
    graph.input("row", "float32[1, 4]");
    graph.scalar("count", 5);
    graph.output(graph.node("Loop", "count", "", "start").graph("body", body).output("all"));

    String type = Analyses.of(graph).outputs().get(0).type().toString();

    assertThat(type).startsWith("float32[").endsWith(", 4]").doesNotContain("[1, 4]");
  }

  @Test
  void scansAlongTheFirstAxis() {
    TestGraph body = TestGraph.named("body");
    body.input("sum", "float32[3]");
    body.input("row", "float32[3]");
    body.output(body.node("Add", "sum", "row").named("add").output("next"));
    body.output(body.node("Identity", "next").output("shown"));
    TestGraph graph = TestGraph.named("scan");
    graph.input("start", "float32[3]");
    graph.input("rows", "float32[time, 3]");
    graph
        .node("Scan", "start", "rows")
        .attribute("num_scan_inputs", 1L)
        .graph("body", body)
        .outputs("last", "all");
    graph.output("last");
    graph.output("all");

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.outputs())
        .extracting(output -> output.type().toString())
        .containsExactly("float32[3]", "float32[time, 3]");
    assertThat(analysis.totals().flops().toString()).isEqualTo("3*time");
  }
}
