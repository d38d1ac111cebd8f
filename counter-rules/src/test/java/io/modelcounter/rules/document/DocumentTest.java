package io.modelcounter.rules.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static DocumentNode parse(String text, Notation notation) {
    return Document.parse(text.getBytes(StandardCharsets.UTF_8), notation).orElseThrow();
  }

  private static void assertRefused(String text, Notation notation, String message) {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> parse(text, notation))
        .satisfies(
            wrong ->
                assertThat(wrong.place().map(place -> place + ": ").orElse("") + wrong.reason())
                    .isEqualTo(message));
  }

  @ParameterizedTest
  @EnumSource
  void readsMappingsListsAndScalarsWithTheirPlaces(Notation notation) {
    Mapping mapping = (Mapping) parse("{\"a\": [1, \"x\"],\n \"b\": {\"c\": true}}", notation);

    assertThat(mapping.entries()).extracting(Mapping.Entry::key).containsExactly("a", "b");
    Listing list = (Listing) mapping.entries().get(0).value();
    assertThat(list.items())
        .containsExactly(
            new Scalar(new Place(1, 8), Scalar.Kind.NUMBER, "1"),
            new Scalar(new Place(1, 11), Scalar.Kind.TEXT, "x"));
    Mapping.Entry second = mapping.entries().get(1);
    assertThat(second.place()).hasToString("line 2, column 2");
    Mapping inner = (Mapping) second.value();
    assertThat(inner.place()).isEqualTo(new Place(2, 7));
    assertThat(inner.entries().get(0).value())
        .isEqualTo(new Scalar(new Place(2, 13), Scalar.Kind.BOOLEAN, "true"));
  }

  @Test
  void readsTheBlocksOfYaml() {
    Mapping mapping =
        (Mapping) parse("# comment\na: plain text\nb:\n  - 1-3\n  - ~\n", Notation.YAML);
    assertThat(mapping.entries().get(0))
        .isEqualTo(
            new Mapping.Entry(
                "a", new Place(2, 1), new Scalar(new Place(2, 4), Scalar.Kind.TEXT, "plain text")));
    assertThat(((Listing) mapping.entries().get(1).value()).items())
        .extracting(DocumentNode::describe)
        .containsExactly("\"1-3\"", "nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n"})
  void findsNothingInAnEmptyDocument(String text) {
    assertThat(Document.parse(text.getBytes(StandardCharsets.UTF_8), Notation.YAML)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "YAML, 'a: 1|b: 2|a: 3', 'line 3, column 1: \"a\" stands twice'",
    "JSON, '{\"a\": 1, \"a\": 2}', 'line 1, column 10: \"a\" stands twice'",
    "YAML, 'a: 1|---|a: 2', 'line 3, column 1: there is a second document'",
    "JSON, '{} {}', 'line 1, column 4: there is a second document'",
    "YAML, 'a: [', 'line 1, column 5: it is not YAML'",
    "JSON, '{\"a\": 1', 'line 1, column 8: it is not JSON'",
    "JSON, '{a: 1}', 'line 1, column 2: it is not JSON'",
    "JSON, '{\"a\": NaN}', 'line 1, column 10: it is not JSON'",
  })
  void saysWhatIsWrongAndWhere(Notation notation, String text, String message) {
    assertRefused(text.replace('|', '\n'), notation, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!javax.script.ScriptEngineManager [x]",
        "a: !!int 3",
        "a: &x [1]",
        "a: *x",
        "!!map {a: 3}",
        "&x a: 3",
      })
  void takesNeitherTagsNorAnchors(String text) {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> parse(text, Notation.YAML))
        .withMessageMatching(
            "line 1, column [0-9]+: tags, anchors and aliases are not taken; write plain values");
  }

  @ParameterizedTest
  @EnumSource
  void isNotNestedDeeply(Notation notation) {
    assertThat(parse("[".repeat(16) + "]".repeat(16), notation).describe()).isEqualTo("a list");
    for (int depth : List.of(17, 100_000)) {
      assertThatExceptionOfType(DocumentException.class)
          .isThrownBy(() -> parse("[".repeat(depth) + "]".repeat(depth), notation))
          .satisfies(wrong -> assertThat(wrong.details()).containsIgnoringCase("nesting depth"));
    }
  }

  @Test
  void isNotLong(@TempDir Path directory) throws IOException {
    Path most = Files.write(directory.resolve("most"), new byte[Document.MOST_BYTES]);
    assertThat(Document.bytes(most)).hasSize(Document.MOST_BYTES);
    Path more = Files.write(directory.resolve("more"), new byte[Document.MOST_BYTES + 1]);
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> Document.bytes(more))
        .withMessage("it has more than 1 MiB");
  }

  @Test
  void isUtf8() {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> Document.parse(new byte[] {'a', (byte) 0xff}, Notation.YAML))
        .withMessage("it is not UTF-8 text");
  }

  @Test
  void isRecognisedByItsName() {
    assertThat(Notation.of(Path.of("a/b.yaml"))).contains(Notation.YAML);
    assertThat(Notation.of(Path.of("B.YML"))).contains(Notation.YAML);
    assertThat(Notation.of(Path.of("b.json"))).contains(Notation.JSON);
    assertThat(Notation.of(Path.of("b.jar"))).isEmpty();
    assertThat(Notation.of(Path.of("/"))).isEmpty();
  }
}
