package io.modelcounter.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  @TempDir private Path directory;

  private CommandRunner.Result validate(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("c.yaml"), bytes);
    return CommandRunner.run("config", "validate", file);
  }

  private CommandRunner.Result validate(String text) throws IOException {
    return validate(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(String text, String message) throws IOException {
    CommandRunner.Result result = validate(text);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error[E0008] " + directory.resolve("c.yaml") + ": " + message)
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "---\n",
        "top: 3",
        "top: '3'",
        "{\"top\": 3, \"ignore\": [\"op:Softmax\"]}",
        "set:\n  - batch=1\n  - sequence=1024\nbatch: 2\n",
        "fail-on-unknown: 2.5%\nprogress: never\nrecursive: false",
        "ignore: []",
        "top: 3\r\nbatch: 1\r\n",
      })
  void takesMappingsOfOptionsToValues(String text) throws IOException {
    CommandRunner.Result result = validate(text);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(directory.resolve("c.yaml") + ": all right\n");
  }

  @Test
  void suggestsTheKeyThatWasMeant() throws IOException {
    assertThat(validate("top: 1\nconvenion: paper").err())
        .isEqualToIgnoringNewLines(
            "error[E0008] "
                + directory.resolve("c.yaml")
                + ": line 2: there is no option \"convenion\"  hint:  did you mean convention?");
    assertThat(validate("xyzzy: 1").err()).contains("'modelcounter config show' lists all options");
  }

  @ParameterizedTest
  @CsvSource({
    "'top: 1|batch: 2|top: 3', 'line 3: \"top\" stands twice'",
    "'top: x', 'line 1: \"top\": \"x\": expected an integer'",
    "'top: 1e400', 'line 1: \"top\": \"1e400\": expected an integer'",
    "'top: .nan', 'line 1: \"top\": \".nan\": expected an integer'",
    "'top:', 'line 1: \"top\": \"\": expected an integer'",
    "'top: [1, 2]', 'line 1: \"top\": expected a value'",
    "'top: {a: 1}', 'line 1: \"top\": expected a value'",
    "'set: {batch: 1}', 'line 1: \"set\": expected a value or a list of values'",
    "'set: [[a=1]]', 'line 1: \"set\": expected a value or a list of values'",
    "'quiet: yes', 'line 1: \"quiet\": \"yes\": expected true or false'",
    "'color: ALWAYS', 'line 1: \"color\": \"ALWAYS\": expected one of auto, always, never'",
    "'- top', 'line 1: expected a mapping of options to values'",
    "'top', 'line 1: expected a mapping of options to values'",
    "'top: 1|---|top: 2', 'line 3: there is a second document'",
  })
  void refusesWhatCannotBe(String text, String message) throws IOException {
    assertRefused(text.replace('|', '\n'), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top: !!javax.script.ScriptEngineManager [x]",
        "top: !!int 3",
        "set: &a [x=1]",
        "!!map {top: 3}",
        "set: [&a x=1, *a]",
      })
  void takesNeitherTagsNorAnchors(String text) throws IOException {
    assertRefused(text, "line 1: tags, anchors and aliases are not taken");
  }

  @Test
  void isNoBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("set: [a=1]\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(("*" + (char) (c - 1) + ",").repeat(9)).append("]\n");
    }
    assertRefused(bomb.toString(), "line 2: ");
    assertRefused("set: " + "[".repeat(100_000), "");
  }

  @Test
  void isText() throws IOException {
    assertThat(validate(new byte[] {'t', (byte) 0xff}).err()).contains("it is not UTF-8 text");
    assertThat(validate("a".repeat((1 << 20) + 1)).err()).contains("it has more than 1 MiB");
    assertRefused("top: [", "line ");
    assertRefused("\ttop: 1", "line 1: it is not YAML");
  }

  @Test
  void isThere() {
    CommandRunner.Result result = CommandRunner.run("config", "validate", directory.resolve("no"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(": it cannot be read");
    assertThat(CommandRunner.run("config", "validate", directory).exitCode()).isEqualTo(2);
  }

  @Test
  void hostileKeysAndValuesAreEscaped() throws IOException {
    assertThat(validate("\"\\e[2J\\n::error::\": 1").err()).contains("\\u{1b}[2J\\u{a}::error::");
    assertThat(validate("top: \"\\e[2J\\n\"").err()).contains("\\u{1b}[2J\\u{a}");
  }
}
