package io.modelcounter.report.html.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modelcounter.report.HostileNames;
import io.modelcounter.report.SampleReports;
import io.modelcounter.symbolic.Bindings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;

@Tag("browser")
class PageInBrowserTest {
  private static Browser browser;

  @BeforeAll
  static void startBrowser(@TempDir Path folder) {
    Optional<Browser> started = Browser.start(folder);
    assumeTrue(
        started.isPresent(),
        "Browser tests are skipped: chromium and chromedriver are not on the PATH.");
    browser = started.get();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void loadsNothingAndReportsNoError() throws IOException {
    browser.open(SampleReports.withGaps(), "");
    assertThat(requests()).singleElement().asString().startsWith("file:");
    assertThat(browser.logs(LogType.BROWSER)).isEmpty();
    assertThat((Long) browser.run("return performance.getEntriesByType('resource').length"))
        .isZero();
  }

  @Test
  void canSendNothing() throws IOException {
    browser.open(SampleReports.small(), "");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
      String outcome =
          browser.runAndWait(
              "const done = arguments[1]; new Image().src = arguments[0];"
                  + " fetch(arguments[0]).then(() => done('sent'), () => done('refused'))",
              address);
      assertThat(outcome).isEqualTo("refused");
      server.setSoTimeout(300);
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
    }
  }

  @Test
  void filterLeavesTheLayersThatItDescribes() throws IOException {
    browser.open(SampleReports.small(), "");
    filter("op:MatMul");
    assertThat(names()).containsExactly("/head/MatMul");
    filter("macs>=2.56k -scope:head");
    assertThat(names()).containsExactly("/features/conv/Conv");
    filter("status:free");
    assertThat(names()).containsExactly("/Reshape");
    filter("\"relu\"");
    assertThat(names()).containsExactly("/features/relu/Relu");
    assertThat(browser.find("#filter-said").getText()).isEqualTo("1 of 4 layers");
  }

  @Test
  void wrongFilterSaysWhatIsWrongAndKeepsTheTable() throws IOException {
    browser.open(SampleReports.small(), "");
    for (String wrong : List.of("macs>many", "colour:red", "status:fine", "weight>1", "op:")) {
      filter(wrong);
      assertThat(browser.find("#filter-said").getText()).as(wrong).contains("“");
      assertThat(names()).hasSize(4);
      assertThat(browser.find("#filter").getDomAttribute("aria-invalid")).isEqualTo("true");
    }
  }

  @Test
  void sortsByOneColumnAndThenByAnother() throws IOException {
    browser.open(SampleReports.small(), "");
    sortBy("FLOPs", false);
    assertThat(names()).first().isEqualTo("/features/conv/Conv");
    assertThat(sortOf("FLOPs")).isEqualTo("descending");
    sortBy("FLOPs ↓", false);
    assertThat(names()).first().isEqualTo("/Reshape");
    assertThat(sortOf("FLOPs")).isEqualTo("ascending");
    sortBy("Status", false);
    sortBy("MACs", true);
    assertThat(names())
        .containsExactly("/features/conv/Conv", "/head/MatMul", "/features/relu/Relu", "/Reshape");
    assertThat(browser.address()).endsWith("#v1/layers?sort=status,-macs");
  }

  @Test
  void addressOpensTheSameViewAgain() throws IOException {
    String hash = "#v1/layers?sort=-flops&f=-op:Relu&sel=3&m=flops";
    browser.open(SampleReports.small(), hash);
    assertThat(names()).containsExactly("/features/conv/Conv", "/head/MatMul", "/Reshape");
    assertThat(browser.find("#details h3").getText()).isEqualTo("/head/MatMul");
    assertThat(browser.find("#metric").getDomProperty("value")).isEqualTo("flops");
    browser.find("#details a").click();
    assertThat(browser.find("#details h3").getText()).isEqualTo("/Reshape");
    browser.back();
    browser.waitFor("document.querySelector('#details h3').textContent === '/head/MatMul'");
    assertThat(browser.address()).endsWith(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#v1/nowhere?sel=99&m=none&sort=-none&zoom=none&set=9:9&x=%ZZ",
        "#v2/layers",
        "#v1/layers?sel=-1",
        "#v1/layers?f=%E0%A4%A"
      })
  void unknownPartsOfAnAddressAreIgnored(String hash) throws IOException {
    browser.open(SampleReports.small(), hash);
    assertThat(names()).hasSize(4);
    assertThat(browser.find("#details").isDisplayed()).isFalse();
    assertThat(browser.logs(LogType.BROWSER)).isEmpty();
  }

  @Test
  void everythingIsReachedByKeys() throws IOException {
    browser.open(SampleReports.small(), "");
    browser.press("/");
    browser.press("op:");
    assertThat(focus()).isEqualTo("filter");
    browser.press(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.TAB);
    browser.press("j");
    browser.press(Keys.ARROW_DOWN);
    browser.press(Keys.ENTER);
    assertThat(focus()).isEqualTo("details");
    assertThat(browser.find("#details h3").getText()).isEqualTo("/Reshape");
    browser.press(Keys.ESCAPE);
    assertThat(browser.find("#details").isDisplayed()).isFalse();
    assertThat((String) browser.run("return document.activeElement.textContent"))
        .isEqualTo("/Reshape");
    browser.press("m");
    assertThat(browser.find("#metric").getDomProperty("value")).isEqualTo("flops");
    browser.press("?");
    assertThat(browser.find("#keys").isDisplayed()).isTrue();
    browser.press(Keys.ESCAPE);
    assertThat(browser.find("#keys").isDisplayed()).isFalse();
  }

  @Test
  void detailsExplainTheAmount() throws IOException {
    browser.open(SampleReports.small(), "#v1/layers?sel=1");
    assertThat(browser.find("#details").getText())
        .contains("Relu, version 14")
        .contains("n\n= 256")
        .contains("256 elements")
        .contains("from /features/conv/Conv")
        .contains("to /Reshape");
    assertThat(browser.texts("#details .graph .op")).containsExactly("Conv", "Relu", "Reshape");
  }

  @Test
  void treemapZoomsInAndOut() throws IOException {
    browser.open(SampleReports.blocks(3), "");
    assertThat(tiles()).singleElement().asString().startsWith("encoder.layer, ");
    browser.run("document.querySelector('.treemap .tile').focus()");
    browser.press(Keys.ENTER);
    assertThat(tiles()).hasSize(3);
    assertThat(browser.address()).contains("zoom=encoder.layer");
    browser.press(Keys.BACK_SPACE);
    assertThat(tiles()).hasSize(1);
    assertThat(browser.texts("[data-view=modules] tbody th"))
        .anyMatch(row -> row.contains("1 to 2 2 equal ones, each"));
  }

  @Test
  void sizesOfSymbolsReachEveryNumber() throws IOException {
    browser.open(SampleReports.symbolic(), "#v1/layers?set=0:7,1:13");
    String expected =
        SampleReports.symbolic()
            .analysis()
            .totals()
            .macs()
            .bind(Bindings.of(Map.of("batch", 7L, "sequence", 13L)))
            .toString();
    String shown = browser.find("[data-metric=macs] .now").getDomAttribute("title");
    assertThat(shown).isNotNull();
    assertThat(shown.replace(" ", "")).isEqualTo(expected);
    assertThat(browser.find("[data-view=scaling] figcaption").getText())
        .contains("batch = 7, sequence = 13");
    browser.find("#size-0").sendKeys(Keys.chord(Keys.CONTROL, "a"), "14", Keys.TAB);
    assertThat(browser.find("[data-metric=macs] .now").getText()).contains("batch = 14");
    assertThat(browser.address()).endsWith("set=0:14,1:13");
  }

  @Test
  void stepsOfTheExecutionCanBeAsked() throws IOException {
    browser.open(SampleReports.small(), "");
    assertThat(browser.find("[data-view=memory] output").getText())
        .isEqualTo("2 of 4: 2.00 KiB alive at /features/relu/Relu");
    browser.find("#step").sendKeys(Keys.END);
    assertThat(browser.find("[data-view=memory] output").getText())
        .startsWith("4 of 4: ")
        .endsWith("/head/MatMul");
  }

  @Test
  void unknownIsNeverShownAsNothing() throws IOException {
    browser.open(SampleReports.withGaps(), "#v1/layers?f=status:unknown");
    assertThat(browser.texts(".grid tbody tr.unknown td:nth-child(6)"))
        .isNotEmpty()
        .allMatch(text -> text.equals("unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void hasNoSeriousAccessibilityProblem(String theme) throws IOException {
    devtoolsMedia("screen", theme);
    browser.open(SampleReports.symbolic(), "#v1/layers?sel=0");
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    browser.run(axe());
    List<String> problems =
        browser.runAndWait(
            "const done = arguments[0]; axe.run().then((result) => done(result.violations"
                + ".filter((one) => one.impact === 'serious' || one.impact === 'critical')"
                + ".map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' '))))");
    assertThat(problems).isEmpty();
  }

  @Test
  void themeCanBeChosen() throws IOException {
    devtoolsMedia("screen", "light");
    browser.open(SampleReports.small(), "");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    browser.press("d");
    assertThat(background()).isEqualTo("rgb(20, 23, 28)");
    browser.press("d");
    devtoolsMedia("print", "dark");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    devtoolsMedia("screen", "light");
  }

  @Test
  void aThousandLayersPrintOnTwelvePagesAtMost() throws IOException {
    browser.open(SampleReports.many(1000), "");
    Map<String, Object> printed =
        browser.devtools(
            "Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
    String pdf =
        new String(
            Base64.getDecoder().decode(String.valueOf(printed.get("data"))),
            StandardCharsets.ISO_8859_1);
    long pages = Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf).results().count();

    assertThat(pages).isBetween(1L, 12L);
  }

  @Test
  void narrowScreensScrollTablesAndNotThePage() throws IOException {
    browser.devtools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", false));
    browser.open(SampleReports.symbolic(), "");
    assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    browser.devtools("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @Test
  void onlyRowsInSightAreElements() throws IOException {
    browser.open(SampleReports.many(10_000), "");
    assertThat((Long) browser.run("return document.querySelectorAll('.grid tbody tr').length"))
        .isLessThan(100);
    browser.press("j");
    browser.press(Keys.END);
    assertThat((String) browser.run("return document.activeElement.textContent"))
        .isEqualTo("/block.9999/MatMul");
    filter("block.1234");
    assertThat(names()).containsExactly("/block.1234/MatMul");
  }

  @Test
  void hostileNamesStayTexts() throws IOException {
    for (String name : HostileNames.all()) {
      browser.open(SampleReports.named(name), "#v1/layers?sel=1");
      assertThat(browser.logs(LogType.BROWSER)).as(name).isEmpty();
      assertThat(browser.find("#details").isDisplayed()).as(name).isTrue();
      assertThat(
              (Long)
                  browser.run(
                      "return document.querySelectorAll('img, iframe, [onerror], [onmouseover],"
                          + " script:not([type]) ~ script, body style').length"))
          .as(name)
          .isZero();
      assertThat(requests()).as(name).hasSize(1);
    }
  }

  private static void filter(String text) {
    browser.find("#filter").clear();
    browser.find("#filter").sendKeys(text);
  }

  private static List<String> names() {
    return browser.texts(".grid tbody th");
  }

  private static List<String> tiles() {
    return browser.run(
        "return [...document.querySelectorAll('.treemap .tile')]"
            + ".map((tile) => tile.getAttribute('aria-label'))");
  }

  private static void sortBy(String heading, boolean isSecond) {
    browser.run(
        "[...document.querySelectorAll('.grid thead button')]"
            + ".find((key) => key.textContent === arguments[0])"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true, shiftKey: arguments[1]}))",
        heading,
        isSecond);
  }

  private static String sortOf(String heading) {
    return browser.run(
        "return [...document.querySelectorAll('.grid thead th')]"
            + ".find((cell) => cell.textContent.startsWith(arguments[0])).ariaSort",
        heading);
  }

  private static String focus() {
    return browser.run("return document.activeElement.id");
  }

  private static String background() {
    return browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  private static void devtoolsMedia(String medium, String theme) {
    browser.devtools(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Addresses that the page asked for, its own among them. */
  private static List<String> requests() {
    Pattern url =
        Pattern.compile(
            "\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");
    return browser.logs(LogType.PERFORMANCE).stream()
        .flatMap(message -> url.matcher(message).results().map(found -> found.group(1)))
        .filter(address -> !address.startsWith("about:"))
        .toList();
  }

  private static String axe() throws IOException {
    try (var script = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
