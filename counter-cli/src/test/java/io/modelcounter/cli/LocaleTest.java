package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in processes with other locales and encodings. */
class LocaleTest {
  private static final String NAME = "caf\u00e9 \u2265 \u65e5\u672c";

  @TempDir private Path directory;

  private Path model = Path.of("model");

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyModel.relu().named(NAME).shaped("1234", "n").writeTo(directory.resolve("m.onnx"));
  }

  /** Runs the command in a locale, with an encoding of the terminal. */
  private static byte[] run(String locale, String encoding, String... args) throws Exception {
    String[] parts = locale.split("_", -1);
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Duser.language=" + parts[0],
                "-Dsun.stdout.encoding=" + encoding,
                "-Dstdout.encoding=" + encoding));
    if (parts.length > 1) {
      options.add("-Duser.country=" + parts[1]);
    }
    if (locale.equals("ar")) {
      options.add("-Duser.extensions=nu-arab");
    }
    Process process = ChildProcess.start(Main.class, List.of(), options, List.of(args));
    process.getOutputStream().close();
    return process.getInputStream().readAllBytes();
  }

  @ParameterizedTest
  @CsvSource({
    "en, US-ASCII",
    "de_DE, ISO-8859-1",
    "tr_TR, UTF-8",
    "tr_TR, US-ASCII",
    "ar, UTF-8",
    "ja_JP, UTF-8",
    "ja_JP, EUC-JP",
  })
  void changesNoByteOfAReport(String locale, String encoding) throws Exception {
    Path report = directory.resolve("report.json");
    byte[] printed = run(locale, encoding, "analyze", model.toString(), "-f", "json");
    run(locale, encoding, "analyze", model.toString(), "-q", "-o", "json=" + report);
    String expected =
        CommandRunner.run("analyze", model, "-f", "json").out().replace("\"model\"", "");
    assertThat(new String(printed, StandardCharsets.UTF_8).replace("\"model\"", ""))
        .isEqualTo(expected);
    assertThat(Files.readString(report)).contains("\"name\": \"" + NAME + "\"");
    assertThat(run(locale, encoding, "analyze", model.toString()))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(CommandRunner.run("analyze", model).out());
  }

  @ParameterizedTest
  @CsvSource({
    "en, US-ASCII, caf\\u{e9} >= \\u{65e5}\\u{672c}",
    "de_DE, ISO-8859-1, caf\u00e9 >= \\u{65e5}\\u{672c}",
    "tr_TR, UTF-8, caf\u00e9 \u2265 \u65e5\u672c",
    "ja_JP, EUC-JP, caf\u00e9 >= \u65e5\u672c",
  })
  void showsWhatTheTerminalCanShow(String locale, String encoding, String name) throws Exception {
    byte[] written = run(locale, encoding, "analyze", "-q", "--set", NAME + "=x", "m");
    assertThat(new String(written, encoding))
        .startsWith("error[E0002] --set: \"" + name + "=x\": \"x\" is not an integer");
  }

  @ParameterizedTest
  @CsvSource({"tr_TR", "ar", "de_DE"})
  void suggestsTheSameInEveryLanguage(String locale) throws Exception {
    assertThat(run(locale, "UTF-8", "analyze", "--FAIL-FAST", "m"))
        .asString(StandardCharsets.UTF_8)
        .contains("there is no option \"--FAIL-FAST\"", "did you mean --fail-fast?");
    assertThat(run(locale, "UTF-8", "analyze", "--color=ALWAYS", "m"))
        .asString(StandardCharsets.UTF_8)
        .contains("expected auto, always or never, but was 'ALWAYS'");
  }

  @Test
  void needsNoLocaleForNamesThatAreAscii() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "analyze",
            model.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    assertThat(process.getInputStream().readAllBytes())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(CommandRunner.run("analyze", model).out());
    assertThat(process.waitFor()).isZero();
  }
}
