package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

/** Sizes, elements and weights that go round in loops. */
class CarriedValuesTest {

  /** A body with the iteration number {@code i} and carried values, which goes on for ever. */
  private static TestGraph body(String... carried) {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    for (String name : carried) {
      body.input(name);
    }
    body.output(body.node("Identity", "go").output("goOn"));
    return body;
  }

  /** A loop over {@code x}, {@code trips} times. */
  private static TestGraph loop(TestGraph body, String... outputs) {
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[2, n]");
    graph.input("trips", "int64[]");
    graph.node("Loop", "trips", "", "x").named("loop").graph("body", body).outputs(outputs);
    for (String output : outputs) {
      if (!output.isEmpty()) {
        graph.output(output);
      }
    }
    return graph;
  }

  private static TestGraph withTrips(TestGraph body, long trips, String... outputs) {
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[2, n]");
    graph.scalar("trips", trips);
    graph.node("Loop", "trips", "", "x").named("loop").graph("body", body).outputs(outputs);
    for (String output : outputs) {
      graph.output(output);
    }
    return graph;
  }

  private static String type(Analysis analysis, int output) {
    return analysis.outputs().get(output).type().toString();
  }

  @Test
  void knowsTheSizeOfWhatEveryIterationAppendsTo() {
    TestGraph body = body("s");
    body.output(body.node("Concat", "s", "x").attribute("axis", 0L).output("next"));

    assertThat(type(Analyses.of(withTrips(body, 5, "y")), 0)).isEqualTo("float32[12, n]");
  }

  @Test
  void knowsTheSizeForAnyTripCount() {
    TestGraph body = body("s");
    body.output(body.node("Concat", "s", "x").attribute("axis", 0L).output("next"));

    assertThat(type(Analyses.of(loop(body, "y")), 0)).isEqualTo("float32[2*y.trips + 2, n]");
  }

  @Test
  void boundsTheWorkOnWhatGrows() {
    TestGraph body = body("s");
    body.output(body.node("Concat", "s", "x").attribute("axis", 0L).output("next"));
    body.output(body.node("ReduceSum", "s").attribute("keepdims", 0L).output("sum"));
    TestGraph graph = withTrips(body, 5, "y", "sums");

    Analysis analysis = Analyses.of(graph);

    assertThat(type(analysis, 1)).isEqualTo("float32[5]");
    assertThat(analysis.totals().flops().high().orElseThrow()).hasToString("50*n - 5");
  }

  @Test
  void doesNotTakeAChangingStepForASteadyOne() {
    TestGraph body = body("s");
    body.output(body.node("Concat", "s", "s").attribute("axis", 0L).output("next"));

    assertThat(type(Analyses.of(withTrips(body, 5, "y")), 0)).isEqualTo("float32[y.0, n]");
  }

  @Test
  void knowsTheLengthOfASequenceThatGrows() {
    TestGraph body = body("s");
    body.output(body.node("SequenceInsert", "s", "x").output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[2, n]");
    graph.scalar("trips", 4);
    graph.node("SequenceEmpty").output("empty");
    graph.node("Loop", "trips", "", "empty").graph("body", body).output("parts");
    graph.output("parts");
    graph.output(graph.node("ConcatFromSequence", "parts").attribute("axis", 0L).output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(((SequenceType) analysis.outputs().get(0).type()).length().orElseThrow())
        .hasToString("4");
    assertThat(type(analysis, 0)).isEqualTo("sequence(float32[2, n])");
    assertThat(type(analysis, 1)).isEqualTo("float32[8, n]");
  }

  @Test
  void cutsTheSliceThatTheIterationNumberSays() {
    TestGraph body = body("s");
    body.constant("one", 1);
    body.constant("axes", 0);
    body.node("Unsqueeze", "i", "axes").output("from");
    body.node("Add", "from", "one").output("to");
    body.output(body.node("Identity", "s").output("same"));
    body.output(body.node("Slice", "table", "from", "to").output("row"));
    TestGraph graph = withTrips(body, 5, "y", "rows");
    graph.weight("table", "float32[5, 8]");

    assertThat(type(Analyses.of(graph), 1)).isEqualTo("float32[5, 1, 8]");
  }

  @Test
  void doesNotLetTheIterationNumberOut() {
    TestGraph body = body("s");
    body.constant("axes", 0);
    body.node("Unsqueeze", "i", "axes").output("size");
    body.output(body.node("Identity", "s").output("same"));
    body.output(body.node("ConstantOfShape", "size").output("zeros"));
    TestGraph graph = withTrips(body, 5, "y", "all");

    assertThat(type(Analyses.of(graph), 1)).isEqualTo("float32[5, all.0]");
  }

  @Test
  void doesNotLetAnElementThatHangsOnTheIterationOut() {
    TestGraph body = body("k");
    body.output(body.node("Identity", "i").output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.scalar("trips", 4);
    graph.scalar("first", 0);
    graph.node("Loop", "trips", "", "first").graph("body", body).output("last");
    graph.constant("axes", 0);
    graph.node("Unsqueeze", "last", "axes").output("size");
    graph.output(graph.node("ConstantOfShape", "size").output("y"));

    assertThat(type(Analyses.of(graph), 0)).isEqualTo("float32[y.dim0]");
  }

  @Test
  void keepsTheElementsThatNoIterationChanges() {
    TestGraph body = body("k");
    body.constant("two", 2);
    body.node("Gather", "k", "zero").output("head");
    body.output(body.node("Concat", "head", "rest").attribute("axis", 0L).output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("rest", "int64[1]");
    graph.scalar("trips", 4);
    graph.constant("zero", 0);
    graph.constant("first", 3, 7);
    graph.node("Loop", "trips", "", "first").graph("body", body).output("size");
    graph.output(graph.node("ConstantOfShape", "size").output("y"));

    assertThat(type(Analyses.of(graph), 0)).isEqualTo("float32[3, y.dim1]");
  }

  @Test
  void keepsTheTypeOfAVectorWhoseElementsChangeOneAfterTheOther() {
    TestGraph body = body("k");
    body.constant("from", 0);
    body.constant("to", 9);
    body.node("Slice", "k", "from", "to").output("front");
    body.output(body.node("Concat", "any", "front").attribute("axis", 0L).output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("any", "int64[1]");
    graph.scalar("trips", 20);
    graph.constant("first", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    graph.node("Loop", "trips", "", "first").graph("body", body).output("size");

    assertThat(type(Analyses.of(graph.output("size")), 0)).isEqualTo("int64[10]");
  }

  private static InputRole role(Analysis analysis, String name) {
    return analysis.storedTensors().stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .orElseThrow()
        .role();
  }

  @Test
  void knowsAWeightThatALoopCarriesRound() {
    TestGraph body = body("s", "w");
    body.output(body.node("MatMul", "s", "w").output("next"));
    body.output(body.node("Identity", "w").output("same"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[2, 8]");
    graph.weight("w0", "float32[8, 8]");
    graph.scalar("trips", 3);
    graph.node("Loop", "trips", "", "x", "w0").graph("body", body).outputs("y", "w1");
    graph.output("y");
    graph.output(graph.node("MatMul", "y", "w1").output("z"));

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "w0")).isEqualTo(InputRole.PARAMETER);
    assertThat(analysis.totals().parameters().toString()).isEqualTo("64");
    assertThat(analysis.totals().macs().toString()).isEqualTo("512");
  }

  @Test
  void doesNotTakeAnInitialStateForAWeight() {
    TestGraph body = body("h");
    body.output(body.node("MatMul", "x", "h").output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[8, 8]");
    graph.weight("h0", "float32[8, 8]");
    graph.scalar("trips", 3);
    graph.node("Loop", "trips", "", "h0").graph("body", body).output("y");
    graph.output("y");

    assertThat(role(Analyses.of(graph), "h0")).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void knowsTheWeightsOfALayerThatAScanTakesOneByOne() {
    TestGraph body = TestGraph.named("layer");
    body.input("s");
    body.input("w");
    body.output(body.node("MatMul", "s", "w").output("next"));
    TestGraph graph = TestGraph.named("scan");
    graph.input("x", "float32[2, 8]");
    graph.weight("layers", "float32[6, 8, 8]");
    graph
        .node("Scan", "x", "layers")
        .attribute("num_scan_inputs", 1L)
        .graph("body", body)
        .output("y");
    graph.output("y");

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "layers")).isEqualTo(InputRole.PARAMETER);
    assertThat(analysis.totals().parameters().toString()).isEqualTo("384");
    assertThat(analysis.totals().macs().toString()).isEqualTo("768");
  }

  @Test
  void knowsAWeightThatABranchChooses() {
    TestGraph graph = TestGraph.named("choice");
    graph.input("x", "float32[2, 8]");
    graph.input("c", "bool[]");
    graph.weight("a", "float32[8, 8]");
    graph.weight("b", "float32[8, 8]");
    TestGraph first = TestGraph.named("first");
    first.output(first.node("Identity", "a").output("one"));
    TestGraph second = TestGraph.named("second");
    second.output(second.node("Identity", "b").output("other"));
    graph.node("If", "c").graph("then_branch", first).graph("else_branch", second).output("w");
    graph.output(graph.node("MatMul", "x", "w").output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "a")).isEqualTo(InputRole.PARAMETER);
    assertThat(role(analysis, "b")).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void typesABodyThatEndsTheLoopAsItsOnlyIteration() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("s");
    body.constant("no", TensorValue.scalar(ElementType.BOOL, Scalar.of(false)));
    body.output("no");
    body.output(body.node("Concat", "s", "s").attribute("axis", 0L).output("next"));

    assertThat(type(Analyses.of(withTrips(body, 9, "y")), 0)).isEqualTo("float32[4, n]");
  }

  @Test
  void joinsTheElementsOfAlternativesOneByOne() {
    TestGraph graph = TestGraph.named("choice");
    graph.input("c", "bool[]");
    graph.constant("a", 3, 7);
    graph.constant("b", 3, 9);
    TestGraph first = TestGraph.named("first");
    first.output(first.node("Identity", "a").output("one"));
    TestGraph second = TestGraph.named("second");
    second.output(second.node("Identity", "b").output("other"));
    graph.node("If", "c").graph("then_branch", first).graph("else_branch", second).output("s");
    graph.output(graph.node("ConstantOfShape", "s").output("y"));

    assertThat(type(Analyses.of(graph), 0)).isEqualTo("float32[3, y.dim1]");
  }

  @Test
  void keepsMembersOfDifferentSizesThroughAFunction() {
    TestGraph function = TestGraph.named("cat");
    function.input("parts");
    function.output(
        function.node("ConcatFromSequence", "parts").attribute("axis", 0L).output("joined"));
    TestGraph graph = TestGraph.named("main").opset("acme", 1).function("acme", "cat", function);
    graph.input("a", "float32[2, n]");
    graph.input("b", "float32[3, n]");
    graph.node("SequenceConstruct", "a", "b").output("parts");
    graph.output(graph.node("cat", "parts").domain("acme").output("y"));

    assertThat(type(Analyses.of(graph), 0)).isEqualTo("float32[5, n]");
  }
}
