package io.modelcounter.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.modelcounter.cli.CommandRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken, as {@code --show-files} tells. */
class ModelSelectionTest {
  @TempDir private Path directory;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name :
        List.of(
            "b.onnx", "a.onnx", "B.onnx", "notes.txt", "x/c.onnx", "x/y/d.onnx", "x-1/e.onnx")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  /** The files that are shown, below the directory and separated by spaces. */
  private String shown(Object... args) {
    CommandRunner.Result result = run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return relative(result.out());
  }

  private CommandRunner.Result run(Object... args) {
    return run(new CommandRunner(), args);
  }

  private static CommandRunner.Result run(CommandRunner runner, Object... args) {
    List<Object> all = new ArrayList<>(List.of("analyze", "--show-files"));
    all.addAll(Arrays.asList(args));
    return runner.start(all.toArray());
  }

  private String relative(String lines) {
    return String.join(" ", lines.replace(directory + "/", "").lines().toList());
  }

  private static void assertRefused(CommandRunner.Result result, int exitCode, String message) {
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo(message.replace("\n", System.lineSeparator()));
    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void takesFilesInTheOrderInWhichTheyAreNamed() {
    assertThat(shown(directory.resolve("b.onnx"), directory.resolve("a.onnx")))
        .isEqualTo("b.onnx a.onnx");
  }

  @Test
  void takesFilesOfAnyNameThatAreNamed() {
    assertThat(shown(directory.resolve("notes.txt"))).isEqualTo("notes.txt");
  }

  @Test
  void takesDirectoriesInTheOrderOfTheBytesOfPaths() {
    assertThat(shown("-r", directory))
        .isEqualTo("B.onnx a.onnx b.onnx x-1/e.onnx x/c.onnx x/y/d.onnx");
  }

  @Test
  void showsPathsAsTheyWereGiven() {
    Path here = Path.of("").toAbsolutePath();
    Path given = here.relativize(directory.toAbsolutePath());
    assertThat(run("-r", given.resolve("x")).out().lines())
        .containsExactly(given + "/x/c.onnx", given + "/x/y/d.onnx");
  }

  @Test
  void needsAnOptionForDirectories() {
    assertRefused(
        run(directory),
        2,
        "error[E0106] "
            + directory
            + ": it is a directory\n  hint:  add -r to take the models in it\n");
  }

  @ParameterizedTest
  @CsvSource({
    "*.txt, notes.txt",
    "x/*.onnx, x/c.onnx",
    "**/d*, x/y/d.onnx",
    "[ab].onnx, a.onnx b.onnx",
  })
  void takesOtherFilesOfDirectories(String include, String expected) {
    assertThat(shown("-r", directory, "--include", include)).isEqualTo(expected);
  }

  @Test
  void takesSeveralKindsOfFiles() {
    assertThat(shown("-r", directory, "--include", "a*", "--include", "*.txt"))
        .isEqualTo("a.onnx notes.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "a.onnx, B.onnx b.onnx x-1/e.onnx x/c.onnx x/y/d.onnx",
    "x, B.onnx a.onnx b.onnx x-1/e.onnx",
    "x/y, B.onnx a.onnx b.onnx x-1/e.onnx x/c.onnx",
    "x*/**, B.onnx a.onnx b.onnx",
  })
  void leavesOutFilesAndDirectories(String exclude, String expected) {
    assertThat(shown("-r", directory, "--exclude", exclude)).isEqualTo(expected);
  }

  @Test
  void saysWhatWasLookedForInVain() {
    assertRefused(
        run("-r", directory, "--include", "*.ort", "--include", "*.pb"),
        2,
        "error[E0006] " + directory + ": no file in it matches *.ort, *.pb\n");
    assertRefused(
        run("-r", directory.resolve("x"), "--exclude", "*"),
        2,
        "error[E0006] "
            + directory.resolve("x")
            + ": no file in it matches *.onnx\n  hint:  2 are left out by --exclude\n");
  }

  @ParameterizedTest
  @CsvSource({
    "*.onnx, B.onnx a.onnx b.onnx",
    "?.onnx, B.onnx a.onnx b.onnx",
    "[ab].*, a.onnx b.onnx",
    "**/*.onnx, B.onnx a.onnx b.onnx x-1/e.onnx x/c.onnx x/y/d.onnx",
    "x/**, x/c.onnx x/y/d.onnx",
    "x*/?.onnx, x-1/e.onnx x/c.onnx",
    "x/../a*, x/../a.onnx",
  })
  void expandsPatternsThatTheShellLeft(String pattern, String expected) {
    assertThat(shown(directory + "/" + pattern)).isEqualTo(expected);
  }

  @Test
  void leavesFilesOutOfWhatAPatternFinds() {
    assertThat(shown(directory + "/*.onnx", "--exclude", "[aB]*")).isEqualTo("b.onnx");
  }

  @Test
  void takesAFileThatLooksLikeAPatternForItself() throws IOException {
    Files.writeString(directory.resolve("?.onnx"), "");
    assertThat(shown(directory + "/?.onnx")).isEqualTo("?.onnx");
  }

  @ParameterizedTest
  @CsvSource({
    "*.ort, no file matches this pattern",
    "z/*.onnx, there is no directory \"DIR/z\"",
  })
  void saysThatAPatternFindsNothing(String pattern, String reason) {
    assertRefused(
        run(directory + "/" + pattern),
        2,
        "error[E0006] "
            + directory
            + "/"
            + pattern
            + ": "
            + reason.replace("DIR", directory.toString())
            + "\n");
  }

  @Test
  void takesEveryFileOnce() throws IOException {
    Files.createSymbolicLink(directory.resolve("x/link.onnx"), directory.resolve("x/c.onnx"));
    Path a = directory.resolve("a.onnx");
    assertThat(shown(a, directory + "/./a.onnx", directory + "/x/../a.onnx", a))
        .isEqualTo("a.onnx");
    assertThat(shown("-r", directory.resolve("x"), directory.resolve("x/y")))
        .isEqualTo("x/c.onnx x/y/d.onnx");
  }

  @Test
  void followsLinksToFilesOnly() throws IOException {
    Path other = Files.createDirectory(directory.resolve("x/z"));
    Files.createSymbolicLink(other.resolve("up"), directory);
    Files.createSymbolicLink(other.resolve("link.onnx"), directory.resolve("a.onnx"));
    assertThat(shown("-r", other)).isEqualTo("x/z/link.onnx");
    assertThat(shown("-r", other.resolve("up/x-1"))).isEqualTo("x/z/up/x-1/e.onnx");
  }

  @Test
  void doesNotPassOverALinkThatLeadsNowhere() throws IOException {
    Path other = Files.createDirectory(directory.resolve("z"));
    Files.createSymbolicLink(other.resolve("link.onnx"), directory.resolve("no"));
    CommandRunner.Result result = run("-r", other);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E0107] " + other.resolve("link.onnx"));
  }

  @Test
  void doesNotPassOverADirectoryThatMayNotBeRead() throws IOException {
    Path closed = Files.createDirectory(directory.resolve("x/closed"));
    assumeThat(closed.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(closed)).as("the user may read everything").isFalse();
    CommandRunner.Result result = run("-r", directory.resolve("x"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(relative(result.out())).isEqualTo("x/c.onnx x/y/d.onnx");
    assertThat(result.err())
        .startsWith("error[E0102] " + closed + ": the directory may not be read");
  }

  @Test
  void takesNamesFromAList() throws IOException {
    Path list =
        Files.writeString(
            directory.resolve("list"),
            directory + "/b.onnx\r\n\n" + directory + "/a.onnx\n" + directory + "/b.onnx");
    assertThat(shown("--files-from", list)).isEqualTo("b.onnx a.onnx");
    assertThat(shown(directory.resolve("B.onnx"), "--files-from", list))
        .isEqualTo("B.onnx b.onnx a.onnx");
  }

  @Test
  void takesNamesFromStandardInputAsFindWritesThem() {
    String names = directory + "/a.onnx\0" + directory + "/x/c.onnx\0";
    CommandRunner runner = new CommandRunner().withInput(names.getBytes(StandardCharsets.UTF_8));
    assertThat(relative(run(runner, "-0", "--files-from", "-").out())).isEqualTo("a.onnx x/c.onnx");
  }

  @Test
  void takesNamesOfAListLiterally() throws IOException {
    Path list = Files.writeString(directory.resolve("list"), directory + "/*.onnx\n-\n");
    CommandRunner.Result result = run("--files-from", list);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("error[E0101] " + directory + "/*.onnx: there is no such file")
        .contains("error[E0101] -: there is no such file");
  }

  @Test
  void takesDirectoriesOfAList() throws IOException {
    Path list = Files.writeString(directory.resolve("list"), directory + "/x\n");
    assertThat(run("--files-from", list).err()).contains("it is a directory");
    assertThat(shown("-r", "--files-from", list)).isEqualTo("x/c.onnx x/y/d.onnx");
  }

  @Test
  void needsAListThatCanBeRead() throws IOException {
    Path list = directory.resolve("list");
    assertThat(run("--files-from", list).err())
        .startsWith("error[E0007] --files-from: \"" + list + "\": it cannot be read");
    Files.write(list, new byte[] {'a', (byte) 0xff});
    assertRefused(
        run("--files-from", list),
        2,
        "error[E0007] --files-from: \"" + list + "\": it is not UTF-8 text\n");
    Files.writeString(list, "\n\n");
    assertRefused(
        run("--files-from", list), 2, "error[E0006] " + list + ": the list of models is empty\n");
  }

  @Test
  void readsOneThingFromStandardInput() {
    assertRefused(
        run("-", "--files-from", "-"),
        2,
        "error[E0001] standard input cannot be a model and a list of models\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "--files-from=-"})
  void showsHelpWhereSomebodyWouldHaveToTypeAModel(String argument) {
    CommandRunner.Result result = run(new CommandRunner().interactive(), "--color=never", argument);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("Examples:", "cat net.onnx | modelcounter analyze -")
        .endsWith("All options: modelcounter analyze --help" + System.lineSeparator());
  }

  @Test
  void namesWhatIsNotThere() {
    CommandRunner.Result result = run(directory.resolve("a.onnx"), directory.resolve("c.onnx"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(relative(result.out())).isEqualTo("a.onnx");
    assertThat(result.err()).startsWith("error[E0101] " + directory.resolve("c.onnx"));
  }
}
