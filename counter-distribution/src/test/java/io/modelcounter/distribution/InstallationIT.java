package io.modelcounter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.Application;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The files that are installed beside the command. */
class InstallationIT {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home"));

  @TempDir private Path directory;

  static Stream<Named<CommandLine>> commands() {
    return withSubcommands(new Application(Console.ofProcess()).commandLine())
        .map(command -> Named.of(ManPage.name(command), command));
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(InstallationIT::withSubcommands));
  }

  private static String read(String path) throws IOException {
    return Files.readString(Installation.PACKED.resolve(path));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAPageWithAllItsOptions(CommandLine command) throws IOException {
    String page = read("man/man1/" + ManPage.name(command) + ".1").replace("\\-", "-");
    assertThat(page).startsWith(".TH ").contains(".SH \"SYNOPSIS\"").contains("EXIT STATUS");
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        assertThat(page).contains(option.names());
      }
    }
    assertThat(page).contains(command.getCommandSpec().usageMessage().exitCodeList().keySet());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionOfEveryCommandIsCompleted(CommandLine command) throws IOException {
    String script = read("completion/modelcounter");
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        assertThat(script).contains("'" + option.longestName() + "'");
      }
    }
  }

  @Test
  void completionIsAScriptThatBashReads() throws Exception {
    ShellRun run =
        ShellRun.of(
            List.of(
                "bash", "-n", Installation.PACKED.resolve("completion/modelcounter").toString()),
            ENVIRONMENT);
    assertThat(run).isEqualTo(new ShellRun(0, "", ""));
  }

  @Test
  void everyJarOfOursCarriesTheLicence() throws IOException {
    try (Stream<Path> jars = Files.list(Installation.PACKED.resolve("lib"))) {
      List<Path> ours =
          jars.filter(jar -> jar.getFileName().toString().matches("counter-.*[.]jar")).toList();
      assertThat(ours).hasSizeGreaterThanOrEqualTo(5);
      for (Path jar : ours) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          assertThat(zip.getEntry("META-INF/LICENSE")).as("%s", jar).isNotNull();
          assertThat(zip.getEntry("META-INF/NOTICE")).as("%s", jar).isNotNull();
        }
      }
    }
  }

  @Test
  void namesTheLicenceOfEveryJar() throws IOException {
    String licences = read("licenses/README.md");
    try (Stream<Path> jars = Files.list(Installation.PACKED.resolve("lib"))) {
      List<String> others =
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.endsWith(".jar") && !name.startsWith("counter-"))
              .map(name -> name.replaceFirst("-\\d.*", ""))
              .toList();
      assertThat(others).contains("picocli", "slf4j-api");
      assertThat(others).allSatisfy(name -> assertThat(licences).contains("`" + name + "`"));
    }
  }

  @Test
  void runsAsAJar() throws Exception {
    ShellRun run =
        ShellRun.of(
            List.of(
                Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin/java")
                    .toString(),
                "-jar",
                Installation.PACKED.resolve("lib/counter-cli.jar").toString(),
                "--version"),
            ENVIRONMENT);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("modelcounter ");
  }

  @ParameterizedTest
  @ValueSource(strings = {".tar.gz", ".zip"})
  void bothArchivesInstallTheSame(String extension) throws Exception {
    String packed = Installation.PACKED.getFileName().toString();
    Path archive = Installation.PACKED.resolve("../..").resolve(packed + extension).normalize();
    Path jar = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin/jar");
    List<String> unpack =
        extension.equals(".zip")
            ? List.of(jar.toString(), "--extract", "--file", archive.toString())
            : List.of("tar", "-xzf", archive.toString());
    ShellRun run = ShellRun.of(inDirectory(unpack), ENVIRONMENT);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path unpacked = directory.resolve(packed);
    assertThat(files(unpacked)).isEqualTo(files(Installation.PACKED));
    if (!extension.equals(".zip")) {
      ShellRun version = Installation.at(unpacked).run("--version");
      assertThat(version.exitCode()).as(version.err()).isZero();
    }
  }

  private List<String> inDirectory(List<String> command) {
    return Stream.concat(
            Stream.of("sh", "-c", "cd \"$0\" && exec \"$@\"", directory.toString()),
            command.stream())
        .toList();
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
