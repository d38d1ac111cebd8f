package io.modelcounter.report.markdown;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.Assumptions;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.Gap;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.summary.ModuleOutline;
import io.modelcounter.report.summary.ModuleRow;
import io.modelcounter.report.summary.Remarks;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a comment for a pull request, whose first line says which comment it takes the place of.
 */
public final class MarkdownReport implements ReportRenderer {
  /** Room for the tables; what comes after them is short. */
  private static final int MOST_BYTES = 18_000;

  private static final int DEEPEST_MODULE = 2;
  private static final int HASH_DIGITS = 12;
  private static final int MOST_INPUTS = 5;

  /** Makes the renderer. */
  public MarkdownReport() {}

  @Override
  public String format() {
    return "md";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    out.write(text(report).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Report report) {
    Analysis analysis = report.analysis();
    MarkdownText text = new MarkdownText(MOST_BYTES);
    text.line("<!-- modelcounter:report:" + marker(analysis.origin().name()) + " -->");
    text.line("### " + CodeSpan.of(analysis.origin().name()));
    text.line("");
    text.line(CoverageText.verdict(analysis.coverage())).line("");
    totals(analysis, text);
    gaps(analysis, text);
    topLayers(report, text);
    modules(analysis, text);
    assumptions(analysis, text);
    diagnostics(analysis, text);
    text.line("").line(footer(report));
    return text.toString();
  }

  /** What a comment is found by; nothing in it can end the comment. */
  private static String marker(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("-{2,}", "-");
  }

  private static void totals(Analysis analysis, MarkdownText text) {
    List<Headline> rows = new ArrayList<>(Headline.main(analysis.totals()));
    rows.addAll(Headline.conventions(analysis));
    text.table(
        List.of(
            Column.text("label", "Total of one inference", Headline::label),
            Column.numeric("brief", "About", row -> brief(row)),
            Column.numeric("exact", "Exactly", row -> Cell.text(row.exact()))),
        rows,
        (column, row) -> cell(column.cell().apply(row)));
  }

  private static Cell brief(Headline row) {
    return Cell.text(Amounts.brief(row.amount(), row.unit()));
  }

  /** Digits with their units need no span; everything else may hold names. */
  private static String cell(Cell cell) {
    String shown = cell.full();
    boolean isPlain =
        shown.chars().allMatch(c -> Character.isLetterOrDigit(c) || " .%<".indexOf(c) >= 0);
    return isPlain ? shown.replace("<", "&lt;") : CodeSpan.inTable(shown);
  }

  private static <R> String shown(Column<R> column, R row) {
    Cell cell = column.cell().apply(row);
    return column.isNumeric() ? cell(Cell.text(cell.brief())) : CodeSpan.inTable(cell.brief());
  }

  private static void gaps(Analysis analysis, MarkdownText text) {
    List<Gap> gaps = Gap.of(analysis);
    if (gaps.isEmpty()) {
      return;
    }
    int layers = gaps.stream().mapToInt(gap -> gap.layers().size()).sum();
    text.line("").line("**Not fully known:** " + Numbers.grouped(layers) + " layers").line("");
    text.table(
        List.of(
            Column.text("status", "Status", gap -> gap.status().text()),
            Column.text("operators", "Operators", Gap::operators),
            Column.text("reason", "Reason", Gap::reason),
            Column.text("advice", "What to do", Gap::advice)),
        gaps,
        MarkdownReport::shown);
  }

  private static void topLayers(Report report, MarkdownText text) {
    TopLayers top = TopLayers.of(report.analysis(), report.top());
    if (top.layers().isEmpty()) {
      return;
    }
    LayerColumns all = new LayerColumns(report.analysis());
    String convention = top.convention();
    List<Column<LayerCost>> columns =
        Stream.of("index", "name", "op", "output_shapes", convention, convention + "_pct")
            .map(all::get)
            .toList();
    String layers =
        top.layers().size() == 1
            ? "Top layer"
            : "Top " + Numbers.grouped(top.layers().size()) + " layers";
    String summary = layers + " by " + all.get(convention).heading();
    text.folded(summary, columns, top.layers(), MarkdownReport::shown);
  }

  private static void modules(Analysis analysis, MarkdownText text) {
    List<ModuleRow> rows = ModuleOutline.of(analysis.modules()).foldingEqual().rows(DEEPEST_MODULE);
    if (!rows.isEmpty()) {
      List<Column<ModuleRow>> columns =
          ModuleRow.columns(row -> "· ".repeat(row.depth() - 1) + row.name(), analysis.totals());
      text.folded("Modules", columns, rows, MarkdownReport::shown);
    }
  }

  private static void assumptions(Analysis analysis, MarkdownText text) {
    List<String> assumptions = Assumptions.of(analysis);
    if (!assumptions.isEmpty()) {
      text.folded(
          "Assumptions",
          List.of(Column.text("assumption", "The numbers rest on", assumption -> assumption)),
          assumptions,
          MarkdownReport::shown);
    }
  }

  private static void diagnostics(Analysis analysis, MarkdownText text) {
    if (!analysis.diagnostics().isEmpty()) {
      text.folded(
          Remarks.TITLE,
          List.of(
              Column.text("code", "Code", Diagnostic::code),
              Column.text("place", "Where", Diagnostic::place),
              Column.text("message", "What", Diagnostic::message)),
          analysis.diagnostics(),
          MarkdownReport::shown);
    }
  }

  private static String footer(Report report) {
    Analysis analysis = report.analysis();
    List<String> facts = new ArrayList<>();
    facts.add(Headline.CONVENTION);
    if (!analysis.inputs().isEmpty()) {
      facts.add("inputs " + CodeSpan.of(inputs(analysis.inputs())));
    }
    facts.add(CoverageText.layers(analysis.coverage()));
    facts.add("modelcounter " + CodeSpan.of(report.toolVersion()));
    ModelOrigin origin = analysis.origin();
    if (!origin.structureSha256().isEmpty()) {
      String hash = origin.structureSha256();
      facts.add(
          "structure " + CodeSpan.of(hash.substring(0, Math.min(HASH_DIGITS, hash.length()))));
    }
    return String.join(" · ", facts);
  }

  private static String inputs(List<ValueInfo> inputs) {
    List<String> shown =
        new ArrayList<>(
            inputs.stream()
                .limit(MOST_INPUTS)
                .map(input -> input.name() + ": " + Shapes.text(input.type()))
                .toList());
    if (inputs.size() > MOST_INPUTS) {
      shown.add("and " + (inputs.size() - MOST_INPUTS) + " more");
    }
    return String.join(", ", shown);
  }
}
