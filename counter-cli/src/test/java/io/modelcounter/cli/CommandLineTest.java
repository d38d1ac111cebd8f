package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path MODEL = unit("F.conv2d");

  @TempDir private Path directory;

  private static void assertRefused(CommandRunner.Result result, String message) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo(message.replace("\n", System.lineSeparator()));
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    assertRefused(
        CommandRunner.run("analyze", "--outptu", "json=x", MODEL),
        """
        error[E0001] there is no option "--outptu"
          hint:  did you mean --output?
        """);
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    assertRefused(
        CommandRunner.run("anlyze", MODEL),
        """
        error[E0001] there is no command "anlyze"
          hint:  did you mean analyze?
        """);
    assertRefused(
        CommandRunner.run("help", "anlyze"),
        """
        error[E0001] there is no command "anlyze"
          hint:  did you mean analyze?
        """);
  }

  @Test
  void suggestsToAnalyseAFile() {
    assertRefused(
        CommandRunner.run(MODEL),
        """
        error[E0001] there is no command "%s"
          hint:  to analyse the file: modelcounter analyze %s
        """
            .formatted(MODEL, MODEL));
  }

  @Test
  void suggestsTheFormatThatWasMeant() {
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, "-f", "jsn");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error[E0004] there is no format \"jsn\"" + System.lineSeparator())
        .contains("  hint:  did you mean json? there are csv, csv-summary, ");
  }

  @Test
  void doesNotGuessAbbreviations() {
    assertRefused(
        CommandRunner.run("analyze", "--out", "json=x", MODEL),
        """
        error[E0001] there is no option "--out"
          hint:  see 'modelcounter analyze --help'
        """);
  }

  @Test
  void needsAModel() {
    assertRefused(
        CommandRunner.run("analyze"),
        """
        error[E0006] there is no model
          hint:  name files, directories with -r, or - for standard input
        """);
  }

  @Test
  void takesEverythingAfterTwoHyphensForModels() {
    assertThat(CommandRunner.run("analyze", "--", "-o").err())
        .startsWith("error[E0101] -o: there is no such file");
  }

  @Test
  void takesNoOptionsFromAFile() throws IOException {
    Path options = Files.writeString(directory.resolve("options"), "--version\n");
    CommandRunner.Result result = CommandRunner.run("analyze", "@" + options);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E0101] @" + options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "=x", "json="})
  void needsFormatAndPathOfAnOutput(String value) {
    assertRefused(
        CommandRunner.run("analyze", MODEL, "-o", value),
        """
        error[E0002] --output: "%s" is not FORMAT=PATH
          hint:  for example --output json=report.json, or json=- for standard output
        """
            .formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "--batch, 0, 'error[E0002] --batch: a size must be at least 1, not 0'",
    "--batch, -1, 'error[E0002] --batch: a size must be at least 1, not -1'",
    "--batch, 9e18, error[E0001] Invalid value for option '--batch': '9e18' is not a long",
    "--set, n=0, 'error[E0002] --set: a size must be at least 1, not 0'",
    "--set, n=-1, 'error[E0002] --set: a size must be at least 1, not -1'",
    "--set, n=9e18, 'error[E0002] --set: \"n=9e18\": \"9e18\" is not an integer'",
    "--set, n, 'error[E0002] --set: \"n\" is not NAME=SIZE'",
    "--top, -1, 'error[E0002] --top: it must be at least 0, not -1'",
    "--input-shape, x, 'error[E0002] --input-shape: \"x\": it is not NAME:SHAPE'",
    "--input-shape, x:1xx3, 'error[E0002] --input-shape: \"x:1xx3\": a size is missing'",
  })
  void refusesSizesThatCannotBe(String option, String value, String message) {
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, option + "=" + value);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines()).first().isEqualTo(message);
  }

  @Test
  void saysWhichInputsThereAre() {
    assertThat(CommandRunner.run("analyze", MODEL, "-s", "z:1x3").err())
        .contains("error[E0003]", "there is no input \"z\"", "x, y");
  }

  @Test
  void saysWhichSymbolsThereAre() throws IOException {
    Path model = TinyModel.relu().shaped("batch", "3").writeTo(directory.resolve("m.onnx"));
    assertThat(CommandRunner.run("analyze", model, "--set", "bacth=2").err())
        .contains("error[E0003]", "there is no symbol \"bacth\"", "batch");
  }

  @Test
  void saysWhichConventionsThereAre() {
    assertThat(CommandRunner.run("analyze", MODEL, "--convention", "papr").err())
        .contains("error[E0003]", "there is no convention \"papr\"", "paper");
  }

  @ParameterizedTest
  @CsvSource({
    "--set, n=2",
    "--input-shape, x:1x3",
  })
  void takesAValueOnce(String option, String value) {
    assertThat(CommandRunner.run("analyze", MODEL, option, value, option, value).err())
        .startsWith("error[E0002] " + option + ": ")
        .contains("is given twice");
  }

  @Test
  void takesAnOptionOnce() {
    assertThat(CommandRunner.run("analyze", MODEL, "--batch", "1", "--batch", "2").exitCode())
        .isEqualTo(2);
  }

  @Test
  void suggestsTheFileThatWasMeant() throws IOException {
    Path model = TinyModel.relu().writeTo(directory.resolve("resnet.onnx"));
    CommandRunner.Result result = CommandRunner.run("analyze", directory.resolve("resnte.onnx"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0101] "
                + directory.resolve("resnte.onnx")
                + ": there is no such file  hint:  did you mean \""
                + model
                + "\"?");
  }

  @Test
  void saysWhatToDoWithADirectory() {
    assertRefused(
        CommandRunner.run("analyze", directory),
        """
        error[E0106] %s: it is a directory
          hint:  add -r to take the models in it
        """
            .formatted(directory));
  }

  @Test
  void tellsALinkThatLeadsNowhereFromAMissingFile() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("m.onnx"), directory.resolve("no"));
    CommandRunner.Result result = CommandRunner.run("analyze", link);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0107] " + link + ": it is a symbolic link that leads nowhere");
  }

  @Test
  void doesNotOpenADevice() {
    CommandRunner.Result result = CommandRunner.run("analyze", "/dev/zero");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "--fail-on-unknown, 1",
    "--fail-on-unknown=0, 1",
    "--fail-on-unknown=1, 0",
    "--fail-on-unknown=99.9%, 1",
    "--fail-on-unknown=100%, 0",
  })
  void comparesUnknownLayersWithTheLimit(String option, int exitCode) throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
    assertThat(CommandRunner.run("analyze", option, model).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void takesTheLimitAsAWordOfItsOwn() throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
    CommandRunner.Result result = CommandRunner.run("analyze", "--fail-on-unknown", "100%", model);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "passed: " + model + ": 1 of 1 layers are unknown, 100% allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "5%%", "1e3", "1,5%"})
  void refusesALimitThatIsNoNumber(String limit) {
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, "--fail-on-unknown=" + limit);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error[E0002] --fail-on-unknown: \"" + limit + "\"");
  }

  @Test
  void setsSizes() throws IOException {
    Path model = TinyModel.relu().shaped("8*h8", "n").writeTo(directory.resolve("m.onnx"));
    CommandRunner.Result result =
        CommandRunner.run("analyze", model, "--set", "8*h8=64", "--set", "n=5", "-f", "csv");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("320").doesNotContain("h8");
  }

  @Test
  void setsShapesWithNames() throws IOException {
    Path model = TinyModel.relu().shaped("2", "3").writeTo(directory.resolve("m.onnx"));
    assertThat(CommandRunner.run("analyze", model, "-s", "x:Nx7", "-f", "csv").out())
        .contains("7*N");
    assertThat(CommandRunner.run("analyze", model, "-s", "x=max_length,7", "-f", "csv").out())
        .contains("7*max_length");
  }

  @Test
  void quietMeansNoReportUnlessAsked() {
    assertThat(CommandRunner.run("analyze", MODEL, "-q"))
        .isEqualTo(new CommandRunner.Result(0, "", ""));
    assertThat(CommandRunner.run("analyze", MODEL, "-q", "-f", "csv").out()).contains("56448");
  }

  @Test
  void showsAStackTraceOnlyWhenDebugging() throws IOException {
    Path bad = Files.write(directory.resolve("bad.onnx"), new byte[] {0x0a});
    assertThat(CommandRunner.run("analyze", bad).err()).doesNotContain("    at io.modelcounter");
    assertThat(CommandRunner.run("analyze", bad, "--debug").err())
        .contains("error[E0201]")
        .contains("    at io.modelcounter");
  }

  @Test
  void showsTheVersion() {
    CommandRunner.Result command = CommandRunner.run("version");
    assertThat(command.exitCode()).isZero();
    assertThat(command.out()).matches("modelcounter \\S+\n");
    assertThat(CommandRunner.run("--version")).isEqualTo(command);
    assertThat(CommandRunner.run("analyze", "-V")).isEqualTo(command);
  }
}
