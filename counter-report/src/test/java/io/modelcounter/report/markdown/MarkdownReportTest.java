package io.modelcounter.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {
  /** A code span between any number of backticks. */
  private static final Pattern SPAN = Pattern.compile("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)");

  private static String text(Report report) {
    return Rendering.text(new MarkdownReport(), report);
  }

  @Test
  void beginsWithTheMarkerOfTheComment() {
    assertThat(text(SampleReports.small()))
        .startsWith("<!-- modelcounter:report:small.onnx -->\n### `small.onnx`\n");
  }

  @Test
  void theMarkerCannotBeEnded() {
    String first = text(SampleReports.named("--> <script> -- x")).lines().findFirst().orElseThrow();
    assertThat(first).isEqualTo("<!-- modelcounter:report:-___script__-_x -->");
  }

  @Test
  void totalsAreGivenRoundedAndExactly() {
    assertThat(text(SampleReports.small()))
        .containsPattern("(?m)^\\| MACs \\| [0-9.]+ k? ?\\| [0-9 ]+ \\|$")
        .contains("|---|--:|--:|");
  }

  @Test
  void whatIsNotKnownStandsBeforeTheLayers() {
    String text = text(SampleReports.withGaps());
    assertThat(text).contains("**Not fully known:** 2 layers");
    assertThat(text.indexOf("Not fully known")).isLessThan(text.indexOf("<details>"));
    assertThat(text).contains("| `unknown` | `com.acme:Magic x 1` |");
  }

  @Test
  void endsWithWhatTheNumbersAreAbout() {
    assertThat(text(SampleReports.small()).lines().reduce((one, next) -> next).orElseThrow())
        .startsWith("1 MAC = 1 multiply + 1 add = 2 FLOPs. · inputs `")
        .contains(" layers known (")
        .contains("modelcounter `");
  }

  @Test
  void noTextOfTheModelStandsOutsideACodeSpan() {
    String hostile = "@team #12 www.example.org [x](y) <img src=x> *b* `code` a|b\n\n# big";
    String text = text(SampleReports.named(hostile));
    List<String> lines = text.lines().skip(1).toList();
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(SPAN.matcher(line).replaceAll(""))
                    .doesNotContain("@", "#12", "www", "[x]", "<img", "*b*", "big"));
    assertThat(text).contains("a\\|b");
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "5000, 1"})
  void isNoLongerThanACommentMayBe(int layers, int cut) {
    Report many = SampleReports.many(layers);
    Report all =
        new Report(many.analysis(), many.toolVersion(), many.command(), layers, many.samples());
    byte[] bytes = text(all).getBytes(StandardCharsets.UTF_8);
    assertThat(bytes).hasSizeLessThan(20_000);
    assertThat(text(all).contains(" more rows are in the JSON report.")).isEqualTo(cut == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          plain ~ `plain`
          a`b ~ ``a`b``
          `a ~ `` `a ``
          a``b ~ ```a``b```
          """)
  void aCodeSpanHasAsManyBackticksAsItNeeds(String text, String span) {
    assertThat(CodeSpan.of(text)).isEqualTo(span);
  }
}
