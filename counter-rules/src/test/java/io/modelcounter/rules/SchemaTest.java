package io.modelcounter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.rules.document.Document;
import io.modelcounter.rules.document.DocumentNode;
import io.modelcounter.rules.document.Listing;
import io.modelcounter.rules.document.Mapping;
import io.modelcounter.rules.document.Notation;
import io.modelcounter.rules.document.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema says what the reader takes. */
class SchemaTest {

  private static DocumentNode find(String... keys) throws IOException {
    try (InputStream schema = RuleFile.class.getResourceAsStream("plugin-rules.schema.json")) {
      DocumentNode node = Document.parse(schema.readAllBytes(), Notation.JSON).orElseThrow();
      for (String key : keys) {
        node = new Fields((Mapping) node).find(key).orElseThrow();
      }
      return node;
    }
  }

  private static List<String> keys(String... path) throws IOException {
    return ((Mapping) find(path)).entries().stream().map(Mapping.Entry::key).toList();
  }

  private static List<String> texts(DocumentNode list) {
    return ((Listing) list).items().stream().map(item -> ((Scalar) item).text()).toList();
  }

  @Test
  void hasTheKeysThatAreTaken() throws IOException {
    assertThat(keys("properties")).isEqualTo(RuleFile.KEYS);
    assertThat(keys("$defs", "operator", "properties")).isEqualTo(OperatorReader.KEYS);
    assertThat(keys("$defs", "output", "properties")).isEqualTo(OperatorReader.OUTPUT_KEYS);
  }

  @Test
  void hasTheKindsOfWorkAndTheElementTypes() throws IOException {
    assertThat(keys("$defs", "operator", "properties", "work", "properties"))
        .isEqualTo(WorkRule.kinds());
    assertThat(texts(find("$defs", "output", "properties", "type", "enum")))
        .isEqualTo(
            Arrays.stream(ElementType.values())
                .filter(type -> type != ElementType.UNKNOWN)
                .map(ElementType::text)
                .toList());
  }

  @Test
  void isAboutTheFormatThatIsRead() throws IOException {
    assertThat(find("properties", "modelcounter", "const").describe())
        .isEqualTo("\"" + RuleFile.FORMAT + "\"");
    assertThat(find("$id").describe())
        .isEqualTo("\"urn:modelcounter:plugin-rules:" + RuleFile.FORMAT + "\"");
  }
}
