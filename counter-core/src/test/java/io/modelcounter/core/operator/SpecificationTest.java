package io.modelcounter.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operator versions without a published test case do what their documents say. */
class SpecificationTest {
  private static final OperatorFamily OPERATORS =
      new OperatorFamily(
          new StandardOperators().counters().stream().map(Operator.class::cast).toList());

  static List<SpecificationCases.Case> cases() {
    return SpecificationCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void infersAndCountsWhatTheDocumentSays(SpecificationCases.Case expected) {
    TestCall call = expected.call();

    assertThat(call.infer(OPERATORS).subList(0, expected.outputs().size()))
        .extracting(output -> output.type().toString())
        .isEqualTo(expected.outputs());
    assertThat(text(call.count(OPERATORS))).isEqualTo(expected.work());
  }

  @Test
  void everyVersionThatNobodyElseTestsHasACase() throws IOException {
    Set<OperatorId> uncovered = new TreeSet<>();
    for (String[] words : OperatorLists.rows(OperatorLists.UNCOVERED)) {
      for (String version : List.of(words).subList(2, words.length)) {
        uncovered.add(new OperatorId(words[0], words[1], Integer.parseInt(version)));
      }
    }
    assertThat(uncovered).hasSize(97);

    uncovered.removeIf(operator -> OperatorLists.CONTROL_FLOW.contains(operator.name()));
    assertThat(cases()).extracting(spec -> spec.call().operator()).hasSameElementsAs(uncovered);
  }

  private static String text(Cost cost) {
    String low = text(cost.low());
    return cost.high().map(SpecificationTest::text).filter(high -> !high.equals(low)).isEmpty()
        ? low
        : low + " to " + text(cost.high().orElseThrow());
  }

  private static String text(Work work) {
    StringJoiner text = new StringJoiner(", ");
    text.setEmptyValue("free");
    for (WorkKind kind : WorkKind.values()) {
      Size amount = work.amount(kind);
      if (!amount.isZero()) {
        text.add(kind + " " + amount);
      }
    }
    return text.toString();
  }
}
