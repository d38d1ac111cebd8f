package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ModelException;
import io.modelcounter.tck.TestGraph;
import io.modelcounter.tck.TestNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTypingTest {

  /** Relu of every slice of two scan inputs. */
  private static TestGraph scan(int version, String first, String second, Attributes attributes) {
    TestGraph body = TestGraph.named("body");
    body.input("a");
    body.input("b");
    body.output(body.node("Relu", "a").output("c"));
    body.output(body.node("Relu", "b").output("d"));
    TestGraph graph = TestGraph.named("scan").opset(version);
    graph.input("x", first);
    graph.input("y", second);
    TestNode node =
        (version < 9 ? graph.node("Scan", "", "x", "y") : graph.node("Scan", "x", "y"))
            .attribute("num_scan_inputs", 2L)
            .graph("body", body);
    attributes.asMap().forEach(node::attribute);
    node.outputs("z", "w");
    graph.output("z");
    graph.output("w");
    return graph;
  }

  private static void refuses(TestGraph graph, String message) {
    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void takesTheTripCountFromWhicheverInputSaysIt() {
    Analysis analysis = Analyses.of(scan(11, "float32[?]", "float32[5, 3]", Attributes.none()));

    assertThat(analysis.outputs().get(1).type()).hasToString("float32[5, 3]");
    assertThat(Analyses.layer(analysis, "d").multiplicity().toString()).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11})
  void leavesTheTripCountOpenIfNoInputHasAKnownRank(int version) {
    Analysis analysis = Analyses.of(scan(version, "float32[?]", "float32[?]", Attributes.none()));

    assertThat(Analyses.layer(analysis, "d").multiplicity().toString()).isEqualTo("at least 0");
  }

  @Test
  void refusesScanInputsOfDifferentLengths() {
    refuses(scan(11, "float32[4]", "float32[5]", Attributes.none()), "4 and 5 slices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan_input_axes", "scan_output_axes"})
  void refusesTooFewAxes(String name) {
    Attributes tooFew = Attributes.none().with(name, AttributeValue.ofInts(List.of(0L)));

    refuses(scan(11, "float32[4, 3]", "float32[4, 3]", tooFew), name + " has 1 entries");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 3, 1L << 40})
  void refusesANumberOfScanInputsThatIsNotThere(long number) {
    Attributes wrong = Attributes.none().with("num_scan_inputs", AttributeValue.of(number));

    refuses(scan(11, "float32[4]", "float32[4]", wrong), "num_scan_inputs is " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32[]", "float32[3]"})
  void refusesATensorWithoutBatchInVersion8(String type) {
    refuses(scan(8, type, type, Attributes.none()), "axis 1 is out of range");
  }
}
