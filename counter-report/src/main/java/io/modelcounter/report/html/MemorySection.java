package io.modelcounter.report.html;

import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Live activations over the execution, and what is alive at the peak. */
final class MemorySection implements Section {
  private static final int MOST_TENSORS = 50;

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory over execution";
  }

  @Override
  public void write(Report report, Html html) {
    MemoryProfile memory = report.analysis().memory();
    if (memory.steps().isEmpty()) {
      html.element("p", "The model has no nodes to execute.").line();
      return;
    }
    html.element("p", about(memory)).line();
    List<BigInteger> lengths = memory.curve().stream().map(Yardstick::rank).toList();
    List<Boolean> exact = memory.curve().stream().map(Amount::isExact).toList();
    String peak = "Peak: " + Amounts.brief(memory.peak(), Unit.BYTES) + ". ";
    Amount weights = report.analysis().totals().weightBytes();
    String summary = peak + CoverageText.peak(memory);
    new CurveChart(lengths, exact, "Weights: " + Amounts.brief(weights, Unit.BYTES))
        .write(summary + together(weights.plus(memory.peak())), html);
    html.view("memory");
    int step = memory.peakStep().orElseGet(() -> highest(lengths));
    tensors(memory.aliveAt(step), step, memory.steps().get(step), html);
  }

  private static String about(MemoryProfile memory) {
    String order =
        "Order: as in the file. No memory is reused in place, views allocate, weights are apart.";
    List<Amount> curve = memory.curve();
    if (curve.stream().anyMatch(amount -> !amount.isExact())) {
      order +=
          " Some sizes are not known: where the chart is shaded, the curve is the least that is"
              + " needed.";
    }
    if (curve.stream().anyMatch(amount -> !amount.low().isConstant())) {
      order += " It is drawn with every symbol = " + Yardstick.SYMBOL_VALUE + ".";
    }
    return order;
  }

  private static String together(Amount bytes) {
    return " With the weights: " + Amounts.brief(bytes, Unit.BYTES) + ".";
  }

  private static int highest(List<BigInteger> lengths) {
    int highest = 0;
    for (int step = 1; step < lengths.size(); step++) {
      if (lengths.get(step).compareTo(lengths.get(highest)) > 0) {
        highest = step;
      }
    }
    return highest;
  }

  private static List<String> lifetime(LiveTensor tensor) {
    return List.of("data-first", "" + tensor.firstStep(), "data-last", "" + tensor.lastStep());
  }

  private static void tensors(List<LiveTensor> alive, int step, String node, Html html) {
    List<LiveTensor> largest =
        alive.stream()
            .sorted(
                Comparator.comparing((LiveTensor tensor) -> Yardstick.rank(tensor.bytes()))
                    .reversed())
            .limit(MOST_TENSORS)
            .toList();
    String caption = "Alive at step " + Numbers.grouped(step + 1L) + ", " + node;
    HtmlTable.of(
            caption,
            "name",
            List.<Column<LiveTensor>>of(
                Column.text("name", "Tensor", LiveTensor::name),
                Column.text("type", "Type", LiveTensor::type),
                Column.numeric("bytes", "Bytes", row -> Cell.amount(row.bytes(), Unit.BYTES)),
                Column.numeric("first", "From step", row -> Cell.number(row.firstStep() + 1L)),
                Column.numeric("last", "To step", row -> Cell.number(row.lastStep() + 1L))))
        .withBars("bytes", row -> Yardstick.rank(row.bytes()))
        .marked(MemorySection::lifetime)
        .write(largest, html);
    if (largest.size() < alive.size()) {
      String more =
          Numbers.grouped(alive.size() - largest.size()) + " smaller ones in the JSON report.";
      html.element("p", more).line();
    }
  }
}
