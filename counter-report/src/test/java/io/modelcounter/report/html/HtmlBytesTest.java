package io.modelcounter.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HtmlBytesTest {

  /** Writes the pages of another Java process to its output. */
  public static void main(String[] arguments) {
    for (Report report : reports()) {
      System.out.writeBytes(Rendering.bytes(new HtmlReport(), report));
    }
  }

  @Test
  void areTheSameInEveryProcessLocaleAndTimeZone() throws IOException, InterruptedException {
    Set<String> pages = new HashSet<>();
    for (String locale : List.of("en-US", "ar-EG-u-nu-arab", "tr-TR")) {
      for (String zone : List.of("UTC", "Pacific/Chatham")) {
        pages.add(pages(locale, zone));
      }
    }
    assertThat(pages).singleElement().asString().contains("</html>");
  }

  private static String pages(String locale, String zone) throws IOException, InterruptedException {
    String[] parts = locale.split("-", 3);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + parts[0],
                "-Duser.country=" + parts[1],
                "-Duser.extensions=" + (parts.length > 2 ? parts[2] : ""),
                "-Duser.timezone=" + zone,
                "-cp",
                System.getProperty("java.class.path"),
                HtmlBytesTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }

  private static List<Report> reports() {
    return List.of(
        SampleReports.small(),
        SampleReports.symbolic(),
        SampleReports.withGaps(),
        SampleReports.huge(),
        SampleReports.quantized(),
        SampleReports.many(1200));
  }
}
