package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.message.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test a row of the table of exit codes. */
class ExitCodeTest {
  @TempDir private Path directory;

  @Test
  void isZeroWhenAllModelsAreAnalysed() {
    assertThat(CommandRunner.run("analyze", unit("F.conv2d")).exitCode()).isZero();
  }

  @Test
  void isOneWhenTooManyLayersAreUnknown() throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
    CommandRunner.Result result = CommandRunner.run("analyze", "--fail-on-unknown", model);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualToIgnoringNewLines("failed: " + model + ": 1 of 1 layers are unknown, 0 allowed");
    assertThat(result.out()).as("the report is written").contains("Mystery");
  }

  @Test
  void isZeroForUnknownLayersThatNobodyForbids() throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
    assertThat(CommandRunner.run("analyze", model).exitCode()).isZero();
  }

  @Test
  void isTwoForAWrongCommandLine() {
    assertThat(CommandRunner.run("analyze", "--no-such-option", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void isTwoForAnOptionThatDoesNotFitTheModel() {
    assertThat(CommandRunner.run("analyze", unit("F.conv2d"), "--set", "n=2").exitCode())
        .isEqualTo(2);
  }

  @Test
  void isTwoWhereNothingIsFound() {
    assertThat(CommandRunner.run("analyze", "-r", directory).exitCode()).isEqualTo(2);
    assertThat(CommandRunner.run("analyze", directory + "/*.onnx").exitCode()).isEqualTo(2);
    assertThat(CommandRunner.run("analyze").exitCode()).isEqualTo(2);
  }

  @Test
  void isTwoForAWrongFileOfOptions() throws IOException {
    Path file = Files.writeString(directory.resolve("c"), "no-such: 1");
    assertThat(CommandRunner.run("analyze", unit("F.conv2d"), "--config", file).exitCode())
        .isEqualTo(2);
  }

  @Test
  void isTwoForADirectory() {
    assertThat(CommandRunner.run("analyze", directory).exitCode()).isEqualTo(2);
  }

  @Test
  void isThreeForAModelThatIsNotThere() {
    assertThat(CommandRunner.run("analyze", directory.resolve("m.onnx")).exitCode()).isEqualTo(3);
  }

  @Test
  void isThreeForAMalformedModel() throws IOException {
    Path model = Files.write(directory.resolve("m.onnx"), new byte[] {0x0a});
    assertThat(CommandRunner.run("analyze", model).exitCode()).isEqualTo(3);
  }

  @Test
  void isFourBeyondALimit() throws IOException {
    Path model = TinyModel.relu().withTooManyDimensions().writeTo(directory.resolve("m.onnx"));
    CommandRunner.Result result = CommandRunner.run("analyze", model);
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).startsWith("error[E04");
  }

  @Test
  void isFiveForAPluginThatCannotBeLoaded() throws Exception {
    Path services = Files.createDirectories(directory.resolve("plugin/META-INF/services"));
    Files.writeString(services.resolve("io.modelcounter.spi.CounterPlugin"), "example.NotThere\n");
    ChildProcess.Result result =
        ChildProcess.run(
            List.of(directory.resolve("plugin")),
            List.of(),
            "analyze",
            unit("F.conv2d").toString());
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.output()).startsWith("error[E0701] ").contains("example.NotThere");
  }

  @Test
  void isSixForAReportThatCannotBeWritten() {
    Path nowhere = directory.resolve("nowhere/report.json");
    assertThat(CommandRunner.run("analyze", unit("F.conv2d"), "-o", "json=" + nowhere).exitCode())
        .isEqualTo(6);
  }

  @Test
  void isSeventyForABug() {
    CommandRunner.Result result =
        new CommandRunner()
            .start(
                new OutputStream() {
                  @Override
                  public void write(int value) {
                    throw new IllegalStateException("not foreseen");
                  }
                },
                "analyze",
                unit("F.conv2d"));
    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err())
        .startsWith("error[E9901] ")
        .contains("  cause: java.lang.IllegalStateException: not foreseen")
        .contains("  hint:  this is a bug in modelcounter; please report it")
        .doesNotContain("\tat ");
  }

  @Test
  void isSeventyWhenMemoryIsNotEnough() {
    CommandRunner.Result result =
        new CommandRunner()
            .start(
                new OutputStream() {
                  @Override
                  public void write(int value) {
                    throw new OutOfMemoryError("heap");
                  }
                },
                "analyze",
                unit("F.conv2d"));
    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err()).contains("-Xmx");
  }

  @Test
  void isThatOfTheOperatingSystemWhenInterrupted() {
    assertThat(ExitCode.INTERRUPTED.value()).isEqualTo(128 + 2);
  }

  @Test
  void ofSeveralIsTheGreatest() {
    assertThat(ExitCode.BUDGET.worse(ExitCode.USAGE)).isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.OUTPUT.worse(ExitCode.INPUT)).isEqualTo(ExitCode.OUTPUT);
    assertThat(ExitCode.INTERNAL.worse(ExitCode.OUTPUT)).isEqualTo(ExitCode.INTERNAL);
    assertThat(ExitCode.OK.worse(ExitCode.BUDGET)).isEqualTo(ExitCode.BUDGET);
  }
}
