package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Totals;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes may be set before or after an analysis: the numbers agree, or an interval holds them. */
class BindingConformanceTest {
  private static final List<String> GROUPS =
      List.of("zoo", "units", "papers", "misc", "hf", "timm", "tasks", "quant");

  private int agreeing;
  private final List<String> held = new ArrayList<>();

  @Test
  void givesTheSameNumbersBeforeAndAfter() throws IOException {
    int files = 0;
    for (String group : GROUPS) {
      for (ExportedCase exported : Exported.cases(group)) {
        if (!exported.bindings().isEmpty()) {
          files++;
          compare(exported);
        }
      }
    }
    System.out.println(
        "binding: "
            + files
            + " files with symbols, "
            + agreeing
            + " agree in every amount, "
            + held.size()
            + " hold the number in an interval: "
            + String.join(", ", held));
    assertThat(agreeing).isPositive();
  }

  private void compare(ExportedCase exported) {
    Analysis after = Exported.analyze(exported.file()).bind(exported.bound());
    Analysis before = Exported.analyzeMeasured(exported);
    List<Amount> bound = amounts(after);
    List<Amount> direct = amounts(before);
    assertThat(bound).as(exported.name()).hasSameSizeAs(direct);
    boolean same = true;
    for (int i = 0; i < bound.size(); i++) {
      assertThat(holds(bound.get(i), direct.get(i)))
          .as("%s: amount %d is %s, directly %s", exported.name(), i, bound.get(i), direct.get(i))
          .isTrue();
      same &= bound.get(i).equals(direct.get(i));
    }
    agreeing += same ? 1 : 0;
    if (!same) {
      held.add(exported.name());
    }
  }

  private static boolean holds(Amount interval, Amount number) {
    if (!number.low().isAtLeast(interval.low())) {
      return false;
    }
    return interval.high().isEmpty()
        || number.high().filter(interval.high().get()::isAtLeast).isPresent();
  }

  private static List<Amount> amounts(Analysis analysis) {
    Totals totals = analysis.totals();
    List<Amount> amounts = new ArrayList<>(totals.amounts().values());
    amounts.add(totals.parameters());
    amounts.add(totals.readBytes());
    amounts.add(totals.writeBytes());
    amounts.add(totals.peakActivationBytes());
    for (LayerCost layer : analysis.layers()) {
      if (layer.graph().equals("main")) {
        amounts.addAll(layer.amounts().values());
        amounts.add(layer.traffic().readBytes());
        amounts.add(layer.traffic().writeBytes());
      }
    }
    return amounts;
  }
}
