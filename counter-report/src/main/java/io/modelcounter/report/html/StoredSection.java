package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;
import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the model stores. */
final class StoredSection implements Section {
  private static final int MOST_TENSORS = 20;

  private static final List<Column<Role>> ROLES =
      List.of(
          Column.text("role", "Role", Role::name),
          Column.numeric("elements", "Elements", role -> Cell.amount(role.elements, Unit.COUNT)),
          Column.numeric("bytes", "Bytes", role -> Cell.amount(role.bytes, Unit.BYTES)));

  private static final List<Column<StoredTensor>> TENSORS =
      List.of(
          Column.text("name", "Tensor", StoredTensor::name),
          Column.text("type", "Type", tensor -> tensor.type().text()),
          Column.text("shape", "Shape", tensor -> Shapes.display(tensor.type())),
          Column.text("role", "Role", tensor -> tensor.role().name().toLowerCase(Locale.ROOT)),
          Column.text("reason", "Why", StoredTensor::reason),
          Column.numeric("bytes", "Bytes", tensor -> Cell.amount(tensor.bytes(), Unit.BYTES)));

  /** Sums over the tensors of one role. */
  private record Role(String name, Amount elements, Amount bytes) {}

  @Override
  public String id() {
    return "stored";
  }

  @Override
  public String title() {
    return "Stored tensors";
  }

  @Override
  public void write(Report report, Html html) {
    Totals totals = report.analysis().totals();
    HtmlTable.of("Stored tensors by role", "role", ROLES)
        .write(
            List.of(
                new Role("parameters", totals.parameters(), totals.weightBytes()),
                new Role("buffers", totals.buffers(), totals.bufferBytes()),
                new Role("constants", totals.constants(), totals.constantBytes())),
            html);
    largest(report.analysis().storedTensors(), html);
  }

  private static void largest(List<StoredTensor> all, Html html) {
    if (all.isEmpty()) {
      return;
    }
    List<StoredTensor> largest =
        all.stream()
            .sorted(
                Comparator.comparing((StoredTensor tensor) -> Yardstick.rank(tensor.bytes()))
                    .reversed())
            .limit(MOST_TENSORS)
            .toList();
    HtmlTable.of("Largest stored tensors", "name", TENSORS)
        .withBars("bytes", tensor -> Yardstick.rank(tensor.bytes()))
        .write(largest, html);
    if (largest.size() < all.size()) {
      String more =
          Numbers.grouped(all.size() - largest.size()) + " smaller ones in the JSON report.";
      html.element("p", more).line();
    }
  }
}
