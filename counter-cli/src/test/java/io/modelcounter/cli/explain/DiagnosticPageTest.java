package io.modelcounter.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import io.modelcounter.cli.message.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on diagnostics knows all codes that there are. */
class DiagnosticPageTest {
  private static final Pattern LITERAL = Pattern.compile("\"([EW][0-9]{4})\"");

  /** Codes that stand as texts in the sources of all modules. */
  private static Set<String> codesInSources() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Corpus.repository())) {
      modules
          .filter(module -> module.getFileName().toString().startsWith("counter-"))
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .forEach(sources -> addCodes(sources, codes));
    }
    return codes;
  }

  private static void addCodes(Path sources, Set<String> codes) {
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> {
                Matcher literal = LITERAL.matcher(read(file));
                while (literal.find()) {
                  codes.add(literal.group(1));
                }
              });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void isThereForEveryCode() throws IOException {
    Set<String> codes = codesInSources();
    assertThat(codes).hasSizeGreaterThan(70);
    assertThat(DiagnosticPage.all().keySet()).containsAll(codes);
  }

  @Test
  void isThereForNothingElse() throws IOException {
    assertThat(codesInSources()).containsAll(DiagnosticPage.all().keySet());
  }

  @Test
  void isThereForEveryCodeOfTheCommand() throws IllegalAccessException {
    for (Field field : Codes.class.getFields()) {
      assertThat(DiagnosticPage.all()).containsKey((String) field.get(null));
    }
  }

  @Test
  void saysWhyAndWhatToDo() {
    assertThat(DiagnosticPage.all().values())
        .allSatisfy(
            page -> {
              assertThat(page.cause()).as(page.code()).isNotBlank().endsWith(".");
              assertThat(page.remedy()).as(page.code()).isNotBlank();
              assertThat(page.severity())
                  .as(page.code())
                  .matches("error|warning|info|info, warning");
              assertThat(page.severity().equals("error")).isEqualTo(page.code().startsWith("E"));
              assertThat(page.text(100).lines()).allMatch(line -> line.length() <= 100);
            });
  }
}
