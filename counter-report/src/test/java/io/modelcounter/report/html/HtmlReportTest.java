package io.modelcounter.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.HostileNames;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z0-9]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)>");

  private static final Set<String> VOID = Set.of("meta");

  @Test
  void beginsWithCoverageAndExplainsEveryHeadline() {
    String page = page(SampleReports.small());
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("4 of 4 layers known (3 exact, 1 free).")
        .contains("<dd class=\"brief\"><bdi>9.47\u00a0k</bdi></dd>")
        .contains("<dd class=\"full\"><bdi>9 472</bdi></dd>")
        .contains("1 MAC = 1 multiply + 1 add = 2 FLOPs.");
    assertThat(page.indexOf("layers known")).isLessThan(page.indexOf("9.47\u00a0k"));
  }

  @Test
  void thePolicyAllowsItsOwnStyleSheetAndNothingElse() throws NoSuchAlgorithmException {
    String page = page(SampleReports.small());
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String source = "&#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;";
    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; style-src "
                + source
                + "; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
    assertThat(style).doesNotContain("url(").doesNotContain("@import").doesNotContain("<");
  }

  @Test
  void loadsNothingAndRunsNothing() {
    assertThat(tags(page(SampleReports.withGaps())))
        .doesNotContain("script", "link", "img", "iframe", "object", "embed", "form", "base");
    assertThat(page(SampleReports.withGaps()))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain(" src=")
        .doesNotContain(" style=");
  }

  @Test
  void tablesHaveCaptionsAndHeadersWithScope() {
    String page = page(SampleReports.small());
    int tables = count(page, "<table>");
    assertThat(tables).isGreaterThan(4);
    assertThat(count(page, "<caption>")).isEqualTo(tables);
    assertThat(count(page, "<th ")).isEqualTo(count(page, " scope=\""));
    assertThat(page).contains("<th scope=\"row\" class=\"text\"><bdi>/head/MatMul</bdi></th>");
  }

  @Test
  void linksLeadToAnchorsOfThePage() {
    String page = page(SampleReports.withGaps());
    Matcher link = Pattern.compile("href=\"#([a-z]+)\"").matcher(page);
    List<String> targets = new ArrayList<>();
    while (link.find()) {
      targets.add(link.group(1));
    }
    assertThat(targets).contains("summary", "layers", "unknown", "reproduce");
    assertThat(targets).allSatisfy(id -> assertThat(count(page, " id=\"" + id + "\"")).isOne());
  }

  @Test
  void unknownLayersAreListedWithWhatToDo() {
    assertThat(page(SampleReports.withGaps()))
        .contains("<strong>At least</strong>")
        .contains("No counter serves com.acme:Magic.")
        .contains("Put a jar with a plugin that counts com.acme:Magic on the class path.")
        .contains("<bdi>at least 386</bdi>");
  }

  @Test
  void theCurveMarksThePeakAndShadesWhatIsNotKnown() {
    assertThat(page(SampleReports.small()))
        .contains("class=\"peak\"")
        .doesNotContain("class=\"shade\"")
        .contains("d=\"M0 1860V460H2250V260H4500V260H6750V1029H9000V1860Z\"")
        .contains("Alive at step 2, /features/relu/Relu");
    assertThat(page(SampleReports.withGaps())).contains("class=\"shade\"");
  }

  @Test
  void showsTwoThousandLayersAndSaysHowManyMoreThereAre() {
    String page = page(SampleReports.many(2003));
    assertThat(page)
        .contains("/block.1999/MatMul")
        .contains("3 more layers in the CSV and JSON reports.");
    assertThat(page.substring(page.indexOf("id=\"layers\""), page.indexOf("id=\"unknown\"")))
        .doesNotContain("/block.2000/MatMul");
  }

  @Test
  void quotesTheCommandForAShell() {
    Report report = SampleReports.named("a b'c");
    assertThat(page(report))
        .contains("analyze &#39;models/a b&#39;\\&#39;&#39;c&#39; --set batch=1");
  }

  @Test
  void modulesAreIndentedByTheirDepthAndFormulasAreSetSmall() {
    String page = page(SampleReports.blocks(3));
    assertThat(page)
        .contains("<th scope=\"row\" class=\"text\"><bdi>encoder.layer</bdi></th>")
        .contains("<th scope=\"row\" class=\"text depth-2\"><bdi>2</bdi></th>")
        .contains("<div class=\"card\"><dt><bdi>MACs</bdi></dt>")
        .contains("<dd class=\"brief long\"><bdi>16.5\u00a0M*batch*sequence</bdi></dd>")
        .contains("<dd class=\"full\"><bdi>16515072*batch*sequence</bdi></dd>");
    assertThat(page(SampleReports.symbolic()))
        .contains("<div class=\"card wide\"><dt><bdi>MACs</bdi></dt>");
  }

  @Test
  void hostileNamesAddNoMarkup() {
    Set<String> expected = new TreeSet<>(tags(page(SampleReports.named("plain"))));
    for (String name : HostileNames.all()) {
      String page = page(SampleReports.named(name));
      assertWellFormed(page);
      assertThat(new TreeSet<>(tags(page))).as(name).isEqualTo(expected);
      assertThat(page.codePoints())
          .as(name)
          .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || (c >= 0x2028 && c <= 0x202e)));
    }
  }

  @Test
  void everyElementIsClosed() {
    for (Report report :
        List.of(
            SampleReports.small(),
            SampleReports.symbolic(),
            SampleReports.withGaps(),
            SampleReports.empty(),
            SampleReports.deep(300))) {
      assertWellFormed(page(report));
    }
  }

  /** Checks that every angle bracket belongs to a tag of ours and that tags nest. */
  private static void assertWellFormed(String page) {
    String body = body(page);
    List<String> open = new ArrayList<>();
    Matcher tag = TAG.matcher(body);
    int brackets = 0;
    while (tag.find()) {
      brackets++;
      String element = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertThat(open).as(tag.group()).isNotEmpty();
        assertThat(open.remove(open.size() - 1)).isEqualTo(element);
      } else if (!VOID.contains(element)) {
        open.add(element);
      }
    }
    assertThat(open).isEmpty();
    assertThat(body.chars().filter(c -> c == '<').count()).isEqualTo(brackets);
    assertThat(body.chars().filter(c -> c == '>').count()).isEqualTo(brackets);
  }

  private static String body(String page) {
    return page.substring("<!DOCTYPE html>".length())
        .replaceFirst("(?s)<style>.*?</style>", "<style></style>");
  }

  private static List<String> tags(String page) {
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(body(page));
    while (tag.find()) {
      tags.add(tag.group(2).toLowerCase(Locale.ROOT));
    }
    return tags;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String page(Report report) {
    return Rendering.text(new HtmlReport(), report);
  }
}
