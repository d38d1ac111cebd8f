package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences that stand beside the headline numbers. */
public final class CoverageText {
  private CoverageText() {}

  /**
   * How many layers are known how well.
   *
   * @param coverage the coverage
   * @return for example {@code 1 214 of 1 217 layers known (1 100 exact, 114 free; 2 bounded, 1
   *     unknown)}; without what there is none of after the semicolon, and with those left out in
   *     the end
   */
  public static String layers(Coverage coverage) {
    return Numbers.grouped(coverage.known())
        + " of "
        + Numbers.grouped(coverage.total())
        + " layers known ("
        + Numbers.grouped(coverage.exact())
        + " exact, "
        + Numbers.grouped(coverage.free())
        + " free"
        + rest(coverage)
        + ")"
        + (coverage.ignored() == 0 ? "" : ", " + Numbers.grouped(coverage.ignored()) + " left out");
  }

  private static String rest(Coverage coverage) {
    List<String> parts = new ArrayList<>();
    if (coverage.bounded() > 0) {
      parts.add(Numbers.grouped(coverage.bounded()) + " bounded");
    }
    if (coverage.unknown() > 0) {
      parts.add(Numbers.grouped(coverage.unknown()) + " unknown");
    }
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
  }

  /**
   * What the coverage means for the totals.
   *
   * @param coverage the coverage
   * @return a sentence
   */
  public static String verdict(Coverage coverage) {
    if (coverage.isComplete()) {
      return "Every layer is known: the totals are complete.";
    }
    return coverage.unknown() == 0
        ? "Some layers are known between bounds only, so totals are ranges."
        : "Some layers are not known: the model costs at least what is shown.";
  }

  /**
   * Where the peak of the activations is.
   *
   * @param memory the memory profile
   * @return a sentence with the step and its node, or why there is none
   */
  public static String peak(MemoryProfile memory) {
    if (memory.steps().isEmpty()) {
      return "The model has no steps.";
    }
    if (memory.peakStep().isEmpty()) {
      return memory.peak().isExact()
          ? "At which step depends on the symbols."
          : "At which step is not known, as sizes are missing.";
    }
    int step = memory.peakStep().getAsInt();
    return "At step "
        + Numbers.grouped(step + 1L)
        + " of "
        + Numbers.grouped(memory.steps().size())
        + ", "
        + memory.steps().get(step)
        + ".";
  }

  /**
   * What shares are of, and how amounts are ranked, where that is not plain.
   *
   * @param analysis the analysis
   * @return a sentence or two; empty if the totals are numbers
   */
  public static String shares(Analysis analysis) {
    Collection<Amount> totals = analysis.totals().amounts().values();
    String whole =
        totals.stream().allMatch(Amount::isExact)
            ? ""
            : "Shares are of the least total, and a range has none. Layers are ranked by their"
                + " least cost. ";
    String symbols =
        totals.stream()
            .flatMap(amount -> amount.low().symbols().stream())
            .distinct()
            .sorted()
            .map(symbol -> symbol + " = " + Yardstick.SYMBOL_VALUE)
            .collect(Collectors.joining(", "));
    String values = symbols.isEmpty() ? "" : "Order and shares are those with " + symbols + ".";
    return (whole + values).stripTrailing();
  }
}
