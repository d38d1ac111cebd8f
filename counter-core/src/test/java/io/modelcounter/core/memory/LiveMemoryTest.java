package io.modelcounter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.core.Analyses;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.TestGraph;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LiveMemoryTest {

  /** x -> Relu -> y -> Concat(y, y) -> z -> Add(z, z) -> out, with a skip of y to the end. */
  private static TestGraph skip(String size) {
    TestGraph graph = TestGraph.named("skip");
    String x = graph.input("x", "float32[" + size + "]");
    String y = graph.node("Relu", x).named("relu").output("y");
    String z = graph.node("Concat", y, y).named("double").attribute("axis", 0L).output("z");
    String s = graph.node("ReduceSum", z).named("sum").output("s");
    graph.output(graph.node("Add", s, y).named("add").output("out"));
    return graph;
  }

  @Test
  void keepsASkippedValueAliveUntilItsLastUse() {
    MemoryProfile profile = Analyses.of(skip("100")).memory();

    // relu: x + y; double: y + z; sum: y + z + s; add: y + s + out
    assertThat(profile.curve()).hasToString("[800, 1200, 1204, 804]");
    assertThat(profile.peak().toString()).isEqualTo("1204");
    assertThat(profile.peakStep()).hasValue(2);
    assertThat(profile.aliveAt(2)).extracting(LiveTensor::name).containsExactly("y", "z", "s");
  }

  @Test
  void doesNotCountStoredTensors() {
    TestGraph graph = TestGraph.named("stored");
    String x = graph.input("x", "float32[1, 10]");
    graph.weight("w", "float32[10, 1000]");
    graph.output(graph.node("MatMul", x, "w").output("y"));

    assertThat(Analyses.of(graph).memory().peak().toString()).isEqualTo("4040");
  }

  @Test
  void findsThePeakOfSymbolicSizes() {
    MemoryProfile profile = Analyses.of(skip("n")).memory();

    assertThat(profile.peak().toString()).isEqualTo("12*n + 4");
    assertThat(profile.bind(Bindings.of("n", 100)).peak().toString()).isEqualTo("1204");
  }

  @Test
  void givesWhatABodyNeedsToTheNodeThatExecutesIt() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("state", "float32[10]");
    body.output(body.node("Identity", "go").output("goOn"));
    String wide = body.node("Concat", "state", "state").attribute("axis", 0L).output("wide");
    body.constant("first", 0);
    body.constant("tenth", 10);
    body.output(body.node("Slice", wide, "first", "tenth").output("next"));
    TestGraph graph = TestGraph.named("loop");
    graph.input("x", "float32[10]");
    graph.scalar("count", 3);
    graph.output(
        graph.node("Loop", "count", "", "x").named("loop").graph("body", body).output("y"));

    MemoryProfile profile = Analyses.of(graph).memory();

    // x and y with 40 bytes each; in the body goOn 1, wide 80 and next 40 at once
    assertThat(profile.peak().toString()).isEqualTo("201");
    assertThat(profile.tensors()).extracting(LiveTensor::name).contains("loop");
  }

  @Test
  void countsTheResultOfABranchOnce() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Relu", "x").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Neg", "x").output("e"));
    TestGraph graph = TestGraph.named("branch");
    graph.input("x", "float32[100]");
    graph.input("c", "bool[]");
    graph.output(
        graph
            .node("If", "c")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));

    assertThat(Analyses.of(graph).memory().peak().toString()).isEqualTo("801");
  }

  @Test
  void leavesThePeakOpenWhereTheSumIsTooComplex() {
    TestGraph graph = TestGraph.named("complex");
    for (int i = 0; i < 6; i++) {
      String sum = String.format(Locale.ROOT, "a%1$d + b%1$d + c%1$d + d%1$d + e%1$d + f%1$d", i);
      graph.input("x" + i, "float32[" + String.join(", ", Collections.nCopies(10, sum)) + "]");
      graph.output(graph.node("Relu", "x" + i).output("y" + i));
    }

    assertThat(Analyses.of(graph).memory().peak().high()).isEmpty();
  }
}
