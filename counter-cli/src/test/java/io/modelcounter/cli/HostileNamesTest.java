package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileNamesTest {
  private static final String HOSTILE =
      "a\u001b[2J\n::error::x\r##vso[task]\u202e\u200b\u009b0;t\u0007.onnx";

  @TempDir private Path directory;

  private static void assertHarmless(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    assertThat(text).doesNotContain("##");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
  }

  @Test
  void ofMissingFilesAreEscaped() {
    String escaped = "a\\u{1b}[2J\\u{a}::error::x\\u{d}#\\u{23}vso";
    CommandRunner.Result pattern = CommandRunner.run("analyze", HOSTILE);
    assertThat(pattern.exitCode()).isEqualTo(2);
    assertHarmless(pattern.err());
    assertThat(pattern.err()).contains(escaped);
    CommandRunner.Result file = CommandRunner.run("analyze", "./" + HOSTILE.replace('[', '('));
    assertThat(file.exitCode()).isEqualTo(3);
    assertHarmless(file.err());
    assertThat(file.err()).contains(escaped.replace('[', '('));
  }

  @Test
  void ofListedFilesAreEscaped() throws IOException {
    TinyModel.relu().writeTo(directory.resolve(HOSTILE));
    CommandRunner.Result result = CommandRunner.run("analyze", "-r", directory, "--show-files");
    assertThat(result.exitCode()).isZero();
    assertHarmless(result.out());
    assertThat(result.out().lines()).hasSize(1);
  }

  @Test
  void ofListsArePutOnOneLine() throws IOException {
    Path list = Files.writeString(directory.resolve("list"), HOSTILE + "\0");
    CommandRunner.Result result = CommandRunner.run("analyze", "-0", "--files-from", list);
    assertThat(result.exitCode()).isEqualTo(3);
    assertHarmless(result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--set",
        "-s",
        "-o",
        "-f",
        "--batch",
        "--convention",
        "--no-such",
        "--files-from",
        "--jobs",
        "--per-sample",
        "--progress",
        "--fail-on-unknown"
      })
  void ofOptionsAreEscaped(String option) {
    CommandRunner.Result result =
        CommandRunner.run("analyze", CommandRunner.unit("F.relu"), option + "=" + HOSTILE);
    assertThat(result.exitCode()).isEqualTo(2);
    assertHarmless(result.err());
  }

  @Test
  void ofCommandsAreEscaped() {
    assertHarmless(CommandRunner.run(HOSTILE).err());
    assertHarmless(CommandRunner.run("help", HOSTILE).err());
  }

  @Test
  void areShortened() {
    String name = "x".repeat(5_000);
    assertThat(CommandRunner.run("analyze", name).err().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThan(250));
  }

  @Test
  void ofModelFilesAreHarmless() throws IOException {
    Path model = TinyModel.unknown().writeTo(directory.resolve(HOSTILE));
    CommandRunner.Result result =
        CommandRunner.run("analyze", "-v", "--fail-on-unknown", model, model);
    assertThat(result.exitCode()).isEqualTo(1);
    assertHarmless(result.err());
    assertHarmless(result.out());
  }

  @Test
  void ofNodesAreHarmless() throws IOException {
    Path model = TinyModel.unknown().named(HOSTILE).writeTo(directory.resolve("m.onnx"));
    CommandRunner.Result result = CommandRunner.run("analyze", "-v", model);
    assertThat(result.exitCode()).isZero();
    assertHarmless(result.err());
    assertHarmless(result.out());
  }

  @Test
  void ofModelsLeadOutputsNowhereElse() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("out"));
    Path model = TinyModel.relu().writeTo(directory.resolve(".. evil\n.onnx"));
    CommandRunner.Result result =
        CommandRunner.run("analyze", model, "-q", "-o", "csv=" + inner.resolve("{name}"));
    assertThat(result).isEqualTo(new CommandRunner.Result(0, "", ""));
    assertThat(inner).isDirectoryContaining("glob:**/_._evil_");
  }

  @Test
  void giveTheSameBytesInEveryLocale() {
    Object[] args = {"analyze", CommandRunner.unit("F.conv2d"), "-f", "csv"};
    CommandRunner.Result expected = CommandRunner.run(args);
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"tr", "ar", "de"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(CommandRunner.run(args)).isEqualTo(expected);
        assertThat(CommandRunner.run("analyze", "--outptu=x", "m").err())
            .contains("did you mean --output?");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
