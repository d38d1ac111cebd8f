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
  void namesThePluginsThatTookPart() {
    assertThat(page(SampleReports.counted()))
        .contains("<caption><bdi>Plugins that took part</bdi></caption>")
        .contains("<th scope=\"row\" class=\"text\"><bdi>modelcounter</bdi></th>")
        .contains("<th scope=\"row\" class=\"text\"><bdi>acme</bdi></th>")
        .contains("<bdi>" + "0123456789abcdef".repeat(4) + "</bdi>");
    assertThat(page(SampleReports.small())).doesNotContain("id=\"plugins\"");
  }

  @Test
  void layersThatAreLeftOutAreMarked() {
    assertThat(page(SampleReports.ignored()))
        .contains("1 of 1 layers known (1 exact, 0 free), 1 left out.")
        .contains("Left out</th>")
        .contains("yes</bdi></td>");
    assertThat(page(SampleReports.small())).doesNotContain("Left out</th>");
  }

  @Test
  void totalsOfOneSampleHaveCardsOfTheirOwn() {
    assertThat(page(SampleReports.ignored()))
        .contains("<h3><bdi>One of 8 samples</bdi></h3>")
        .contains("<bdi>3201/8</bdi>");
  }

  @Test
  void quantizedOperatorsHaveTheTotalsOfTheOtherReading() {
    assertThat(page(SampleReports.quantized()))
        .contains("Above: quantized operators counted as written.")
        .contains("<h3>With quantized operators counted as one</h3>")
        .contains("<bdi>13 000</bdi>");
    assertThat(page(SampleReports.small())).doesNotContain("quantized operators");
  }

  @Test
  void thePolicyAllowsWhatThePageHoldsAndNothingElse() throws NoSuchAlgorithmException {
    String page = page(SampleReports.small());
    List<String> sources = new ArrayList<>();
    Matcher part = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>").matcher(page);
    while (part.find()) {
      assertThat(part.group(2)).doesNotContain("@import").doesNotContain("url(http");
      sources.add("&#39;sha256-" + sha256(part.group(2)) + "&#39;");
    }
    assertThat(sources).hasSize(3);
    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; script-src "
                + sources.get(1)
                + " "
                + sources.get(2)
                + "; style-src "
                + sources.get(0)
                + "; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void loadsNothing() {
    assertThat(tags(page(SampleReports.withGaps())))
        .doesNotContain("link", "img", "iframe", "object", "embed", "form", "base");
    assertThat(page(SampleReports.withGaps()).replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain(" src=")
        .doesNotContain(" style=");
  }

  @Test
  void theShellIsSmall() {
    int page = Rendering.bytes(new HtmlReport(), SampleReports.empty()).length;
    assertThat(page).isLessThan(150_000);
  }

  @Test
  void aLayerTakesFewBytes() {
    int some = Rendering.bytes(new HtmlReport(), SampleReports.many(1000)).length;
    int more = Rendering.bytes(new HtmlReport(), SampleReports.many(5000)).length;
    assertThat((more - some) / 4000).isLessThan(160);
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
  void withoutScriptsTheDearestLayersAreThere() {
    String page = page(SampleReports.many(2003));
    String layers = page.substring(page.indexOf("id=\"layers\""), page.indexOf("id=\"intensity\""));
    assertThat(layers)
        .contains("The dearest layers by MACs")
        .contains("<bdi>/block.2002/MatMul</bdi>")
        .contains("1 953 more layers in the CSV and JSON reports.")
        .doesNotContain("/block.1952/MatMul");
    assertThat(page(SampleReports.small())).contains("Layers in file order");
  }

  @Test
  void withoutScriptsEverySectionHasItsContent() {
    String page = page(SampleReports.withGaps()).replaceAll("(?s)<script.*?</script>", "");
    assertThat(page)
        .contains("layers known", "class=\"brief\"", "Cost by operator")
        .contains(
            "Cost by element type", "class=\"curve\"", "Alive at step", "Layers by FLOPs a byte")
        .contains(
            "Layers that are not fully known", "Stored tensors by role", "modelcounter analyze");
  }

  @Test
  void symbolicModelsSayHowTheyScale() {
    assertThat(page(SampleReports.symbolic()))
        .contains("<section id=\"scaling\"")
        .contains("Totals with every size at one value")
        .contains("<bdi>= 512</bdi>");
    assertThat(page(SampleReports.small())).doesNotContain("id=\"scaling\"");
  }

  @Test
  void layersAreGroupedByWhatTheyComputeForAByte() {
    String page = page(SampleReports.withGaps());
    String section =
        page.substring(page.indexOf("id=\"intensity\""), page.indexOf("id=\"unknown\""));
    assertThat(section).contains("<bdi>not known</bdi>");
    assertThat(page(SampleReports.small()))
        .contains("<bdi>none: no FLOPs</bdi>")
        .contains("<bdi>4 to 8</bdi>");
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
        .contains("<th scope=\"row\" class=\"text depth-2\"><bdi>1-2 (2 equal, each)</bdi></th>")
        .contains("<div class=\"card\" data-metric=\"macs\"><dt><bdi>MACs</bdi></dt>")
        .contains("<dd class=\"brief long\"><bdi>16.5\u00a0M*batch*sequence</bdi></dd>")
        .contains("<dd class=\"full\"><bdi>16515072*batch*sequence</bdi></dd>");
    assertThat(page(SampleReports.symbolic()))
        .contains("<div class=\"card wide\" data-metric=\"macs\"><dt><bdi>MACs</bdi></dt>");
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
        .replaceAll("(?s)<(style|script)([^>]*)>.*?</\\1>", "<$1$2></$1>");
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
