package io.modelcounter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script, from a place whose name holds a space. */
class LauncherIT {
  private static final Path MODEL =
      Path.of("../fixtures/exported/units/F.conv2d.onnx").toAbsolutePath().normalize();

  @TempDir private static Path shared;

  private static Path home;

  @TempDir private Path directory;

  private Installation installation;

  @BeforeAll
  static void install() throws IOException {
    home = shared.resolve("an installation");
    Installation.copy(Installation.PACKED, home);
  }

  @BeforeEach
  void setUp() {
    installation = Installation.at(home).with("HOME", directory);
  }

  private static void assertIsVersion(ShellRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("modelcounter \\d[^ ]*\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void startsTheCommandThatWasInstalled() throws Exception {
    assertIsVersion(installation.run("--version"));
  }

  @Test
  void handsOverArgumentsAsTheyAreAndTheExitCode() throws Exception {
    Path model = Files.copy(MODEL, directory.resolve("it's a *model* $HOME.onnx"));
    ShellRun good = installation.run("analyze", model, "-f", "csv");
    assertThat(good.exitCode()).as(good.err()).isZero();
    assertThat(good.out()).contains("Conv");
    ShellRun bad = installation.run("analyze", directory.resolve("no such \"file\".onnx"));
    assertThat(bad.exitCode()).isNotZero();
    assertThat(bad.err()).contains("no such \"file\".onnx");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startsThroughSymbolicLinks(boolean relative) throws Exception {
    Path launcher = installation.resolve("bin/modelcounter");
    Path bin = Files.createDirectories(directory.resolve("my bin"));
    Path first = Files.createSymbolicLink(directory.resolve("first"), launcher);
    Path second =
        Files.createSymbolicLink(
            bin.resolve("mc"), relative ? Path.of("..").resolve(first.getFileName()) : first);
    assertIsVersion(installation.run(second, "--version"));
  }

  @Test
  void startsWhereItWasMovedTo() throws Exception {
    Path moved = directory.resolve("elsewhere");
    Installation.copy(home, directory.resolve("here"));
    Files.move(directory.resolve("here"), moved);
    assertIsVersion(
        Installation.at(moved)
            .with("MODELCOUNTER_ARCHIVE", "now")
            .with("HOME", directory)
            .run("-V"));
  }

  @Test
  void needsJava() throws Exception {
    ShellRun run = installation.with("JAVA_HOME", directory).run("--version");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("found no Java: JAVA_HOME is " + directory);
  }

  @Test
  void needsJava17() throws Exception {
    FakeJava old = FakeJava.in(directory.resolve("old"));
    Files.writeString(old.home().resolve("release"), "JAVA_VERSION=\"1.8.0_412\"\n");
    ShellRun run = installation.with("JAVA_HOME", old.home()).run("--version");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("needs Java 17 or later").contains("is Java 1.8.0_412");
  }

  @Test
  void asksJavaForItsVersionWhereNoFileNamesIt() throws Exception {
    FakeJava java = FakeJava.in(directory.resolve("unnamed"));
    Files.delete(java.home().resolve("release"));
    assertIsVersion(installation.with("JAVA_HOME", java.home()).run("--version"));
    assertThat(java.calls()).hasSize(2).first().isEqualTo("-version");
  }

  @Test
  void saysThatJavaTakesNoColonInPaths() throws Exception {
    Path colon = directory.resolve("a:b");
    Installation.copy(home, colon);
    ShellRun run = Installation.at(colon).run("--version");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("a directory whose name holds a colon").contains("a:b");
  }

  @Test
  void saysThatAJarIsMissing() throws Exception {
    Path incomplete = directory.resolve("incomplete");
    Installation.copy(home, incomplete);
    Files.delete(incomplete.resolve("lib/counter-cli.jar"));
    ShellRun run = Installation.at(incomplete).run("--version");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("found no counter-cli.jar");
  }

  @Test
  void startsWithWhatStartsFast() throws Exception {
    FakeJava java = FakeJava.in(directory.resolve("java"));
    installation.with("JAVA_HOME", java.home());
    assertThat(installation.run("analyze", MODEL).exitCode()).isZero();
    assertThat(java.lastCall()).contains("-XX:TieredStopAtLevel=1").contains("-XX:+UseSerialGC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC", "-Xmx32m"})
  void leavesOptionsOfJavaToTheUser(String option) throws Exception {
    installation.with("JDK_JAVA_OPTIONS", option).with("MODELCOUNTER_ARCHIVE", "now");
    ShellRun run = installation.with("XDG_CACHE_HOME", shared).run("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("modelcounter ");
    assertThat(run.err()).isEqualTo("NOTE: Picked up JDK_JAVA_OPTIONS: " + option + "\n");
  }
}
