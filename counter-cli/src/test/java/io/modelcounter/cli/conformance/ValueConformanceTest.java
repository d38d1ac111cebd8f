package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.inference.ModelTyping;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.core.plugin.PluginOffer;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Compares the elements that follow from known inputs with those that conformance cases store, and
 * checks that it is decided for every operator whether its elements are followed at all.
 */
class ValueConformanceTest {
  private static final double TOLERANCE = 1e-3;

  /** Cases that store the bits of their bfloat16 input as uint16. */
  private static final Set<String> STORED_WRONGLY =
      Set.of(
          "v1.15.0/node/test_cast_BFLOAT16_to_FLOAT",
          "v1.17.0/node/test_castlike_BFLOAT16_to_FLOAT");

  private final CounterRegistry registry =
      CounterRegistry.of(
          List.of(PluginOffer.of(new StandardOperators(), PluginOrigin.builtIn("test"), Map.of())),
          Set.of());
  private final List<String> troubles = new ArrayList<>();
  private final Map<String, Boolean> followed = new TreeMap<>();
  private int compared;

  @Test
  void followsTheElementsThatConformanceCasesStore() throws IOException {
    Assumptions.assumeTrue(
        Corpus.shared().isPresent(), "skipped: the shared corpus is not beside the repository");
    Path corpus = Corpus.shared().orElseThrow();
    for (String group : List.of("onnx-backend", "onnx-backend-old")) {
      for (MeasuredCase measured : MeasuredCase.withStoredValues(corpus.resolve(group))) {
        check(measured);
      }
    }
    Set<String> not = new TreeSet<>();
    followed.forEach(
        (operator, isFollowed) -> {
          if (!isFollowed) {
            not.add(operator);
          }
        });
    System.out.println(
        "values: "
            + compared
            + " outputs equal what is stored; the elements of "
            + (followed.size() - not.size())
            + " operators are followed, those of "
            + not.size()
            + " are not");
    assertThat(troubles).isEmpty();
    assertThat(not).isEqualTo(listed());
  }

  private static Set<String> listed() {
    Set<String> operators = new TreeSet<>();
    for (Map<String, String> row : Csv.resource("not-followed.csv")) {
      assertThat(row.get("reason")).as(row.get("operator")).isNotBlank();
      operators.add(row.get("operator"));
    }
    return operators;
  }

  private void check(MeasuredCase measured) throws IOException {
    Model model = MeasuredRun.of(measured).model();
    Graph graph = model.graph();
    if (graph.nodes().size() != 1) {
      return;
    }
    Node node = graph.nodes().get(0);
    Set<String> known = graph.initializers().keySet();
    if (!node.inputs().stream().allMatch(input -> input.isEmpty() || known.contains(input))) {
      return;
    }
    TypedGraph typed =
        ModelTyping.type(
            model,
            graph.inputs().stream().filter(input -> !known.contains(input.name())).toList(),
            registry,
            PluginGuard.strict(),
            Optional.empty(),
            diagnostic -> {});
    String operator = node.operator().domain() + ":" + node.operator().name();
    for (int i = 0; i < typed.outputs().size(); i++) {
      Inferred output = typed.outputs().get(i).inferred();
      boolean isKnown = output.value().isPresent() || output.members().isPresent();
      followed.merge(operator, isKnown, Boolean::logicalOr);
      Optional<TensorValue> stored =
          StoredInput.read(measured.data().resolve("output_" + i + ".pb")).flatMap(Constant::value);
      if (output.value().isPresent()
          && stored.isPresent()
          && !STORED_WRONGLY.contains(measured.name())) {
        compare(measured.name() + " output " + i, output.value().get(), stored.get());
      }
    }
  }

  private void compare(String name, TensorValue inferred, TensorValue stored) {
    compared++;
    for (int i = 0; i < stored.size(); i++) {
      if (inferred.at(i).isKnown() && !areEqual(inferred.at(i), stored.at(i))) {
        troubles.add(name + ": element " + i + " is " + inferred.at(i) + ", not " + stored.at(i));
        return;
      }
    }
  }

  private static boolean areEqual(Scalar inferred, Scalar stored) {
    OptionalDouble one = inferred.asDouble();
    OptionalDouble other = stored.asDouble();
    if (inferred.equals(stored) || one.isEmpty() || other.isEmpty()) {
      return inferred.equals(stored);
    }
    double difference = Math.abs(one.getAsDouble() - other.getAsDouble());
    return one.equals(other)
        || difference <= TOLERANCE * Math.max(1e-3, Math.abs(other.getAsDouble()));
  }
}
