package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares the tables that tools publish with what the conventions of the same names count, in the
 * digits that are printed. Cells that differ stand with their cause in {@code
 * fixtures/counts/published-differences.csv}; the page {@code docs/published.md} shows all.
 */
class PublishedTablesTest {
  private static final Path PAGE = Corpus.repository().resolve("docs/published.md");
  private static final String BEGIN = "<!-- written by PublishedTablesTest -->\n";
  private static final String END = "<!-- end -->\n";
  private static final String REPAIR =
      "mvn -pl counter-cli -am test -Dtest=PublishedTablesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dmodelcounter.write=true";
  private static final String PARAMETERS = "parameters";

  private static final Pattern IMAGES = Pattern.compile("(?:(?:(\\d+)x)?3x)?(\\d+)x(\\d+)(?: .*)?");

  /** Networks that a table calls something else. */
  private static final Map<String, String> NAMES =
      Map.of("torchvision resnet50 in BaseModel", "resnet50");

  /** Convention by tool, for the columns MACs and FLOPs. */
  private static final Map<String, List<String>> CONVENTIONS =
      Map.of(
          "ptflops(pytorch backend)", List.of("ptflops", ""),
          "ptflops(aten backend)", List.of("ptflops-aten", ""),
          "thop(Lyken17)", List.of("thop", ""),
          "ultralytics-thop", List.of("ultralytics-thop", ""),
          "torchinfo", List.of("torchinfo", ""),
          "mmengine", List.of("", "mmengine"),
          "calflops", List.of("calflops-macs", "calflops"));

  /** A cell of a published table. */
  private record Cell(String tool, String model, String input, String convention, String printed) {
    String key() {
      return String.join(",", tool, model, input, convention, printed);
    }
  }

  @Test
  void everyDifferenceHasACauseAndThePageShowsAll() throws IOException {
    Map<String, String> causes = causes();
    List<String> lines = new ArrayList<>();
    Set<String> different = new TreeSet<>();
    int equal = 0;
    for (Cell cell : cells()) {
      Published published = Published.of(cell.printed());
      Published counted = published.like(counted(cell));
      boolean isEqual = counted.equals(published);
      if (isEqual) {
        equal++;
      } else {
        different.add(cell.key());
      }
      lines.add(
          String.join(
              " | ",
              "| " + cell.tool(),
              cell.model(),
              cell.input(),
              "`" + cell.convention() + "`",
              published.toString(),
              counted.toString(),
              (isEqual ? "equal" : causes.getOrDefault(cell.key(), "no cause is known")) + " |\n"));
    }
    System.out.println("published tables: " + lines.size() + " cells, " + equal + " equal");
    if (Corpus.shared().isEmpty()) {
      assertThat(causes.keySet()).containsAll(different);
      assertThat(Files.readString(PAGE)).contains(lines);
      return;
    }
    String table =
        lines.size()
            + " numbers of networks of the corpus: "
            + equal
            + " equal, "
            + different.size()
            + " different.\n\n"
            + "| tool | network | input | convention | published | counted | |\n"
            + "|---|---|---|---|--:|--:|---|\n"
            + String.join("", lines);
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("modelcounter.write")) {
      page =
          page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
              + table
              + page.substring(page.indexOf(END));
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("%s is out of date; write it again with: %s", PAGE.getFileName(), REPAIR)
        .contains(BEGIN + table + END);
    assertThat(different).isEqualTo(new TreeSet<>(causes.keySet()));
    assertThat(causes.values()).allSatisfy(cause -> assertThat(cause).isNotBlank());
  }

  private static Map<String, String> causes() throws IOException {
    Map<String, String> causes = new LinkedHashMap<>();
    for (Map<String, String> row :
        Csv.read(Corpus.fixtures().resolve("counts/published-differences.csv"))) {
      causes.put(
          String.join(
              ",",
              row.get("tool"),
              row.get("network"),
              row.get("input"),
              row.get("convention"),
              row.get("published")),
          row.get("cause"));
    }
    return causes;
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.read(Corpus.root().resolve("counts/models.csv"))) {
      if (Files.exists(Corpus.root().resolve(row.get("file")))) {
        files.put(row.get("model"), row.get("file"));
      }
    }
    return files;
  }

  /** The cells of networks whose file is at hand. */
  private static List<Cell> cells() throws IOException {
    Set<String> known = files().keySet();
    List<Cell> cells = new ArrayList<>();
    for (Map<String, String> row : Csv.read(Corpus.root().resolve("counts/published-tables.csv"))) {
      String model = NAMES.getOrDefault(row.get("model"), row.get("model"));
      String tool = row.get("tool");
      if (known.contains(model) && CONVENTIONS.containsKey(tool)) {
        List<String> ids = CONVENTIONS.get(tool);
        add(new Cell(tool, model, row.get("input"), PARAMETERS, row.get("params")), cells);
        add(new Cell(tool, model, row.get("input"), ids.get(0), row.get("macs_as_printed")), cells);
        add(
            new Cell(tool, model, row.get("input"), ids.get(1), row.get("flops_as_printed")),
            cells);
      }
    }
    return cells;
  }

  private static void add(Cell cell, List<Cell> cells) {
    if (!cell.printed().isEmpty() && !cell.convention().isEmpty()) {
      cells.add(cell);
    }
  }

  private static BigInteger counted(Cell cell) throws IOException {
    Path file = Corpus.root().resolve(files().get(cell.model()));
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes();
    if (!cell.convention().equals(PARAMETERS)) {
      options = options.withConvention(cell.convention());
    }
    Analysis analysis = Exported.analyze(file, withInput(options, cell, file));
    Amount amount =
        cell.convention().equals(PARAMETERS)
            ? analysis.totals().parameters()
            : analysis.totals().amount(cell.convention());
    return amount.exactValue().asBigInteger().orElseThrow();
  }

  /** With the input of the table; ptflops prints 224 where its sample takes Inception's own 299. */
  private static AnalysisOptions withInput(AnalysisOptions options, Cell cell, Path file) {
    Matcher sizes = IMAGES.matcher(cell.input());
    assertThat(sizes.matches()).as(cell.input()).isTrue();
    if (cell.tool().startsWith("ptflops") && cell.model().equals("inception_v3")) {
      return options;
    }
    ValueInfo input = Exported.analyze(file).inputs().get(0);
    String batch = sizes.group(1) == null ? "1" : sizes.group(1);
    return options.withInputShape(
        input.name(),
        Shape.of(
            List.of(
                Size.of(Long.parseLong(batch)),
                Size.of(3),
                Size.of(Long.parseLong(sizes.group(2))),
                Size.of(Long.parseLong(sizes.group(3))))));
  }
}
