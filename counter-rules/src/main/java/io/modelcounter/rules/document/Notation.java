package io.modelcounter.rules.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a document is written. */
public enum Notation {
  /** YAML. */
  YAML("YAML", ".*\\.ya?ml") {
    @Override
    JsonParser parser(String text) throws IOException {
      return YAMLFactory.builder().streamReadConstraints(LIMITS).build().createParser(text);
    }
  },
  /** JSON. */
  JSON("JSON", ".*\\.json") {
    @Override
    JsonParser parser(String text) throws IOException {
      return JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(text);
    }
  };

  /** How long a document is, is looked at before. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(Document.DEEPEST).build();

  private final String text;
  private final Pattern names;

  Notation(String text, String names) {
    this.text = text;
    this.names = Pattern.compile(names);
  }

  /**
   * The notation of a file, by its name.
   *
   * @param file a file
   * @return the notation; empty if the name is one of neither
   */
  public static Optional<Notation> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(notation -> notation.names.matcher(name).matches())
        .findFirst();
  }

  /** Name for messages. */
  String text() {
    return text;
  }

  abstract JsonParser parser(String document) throws IOException;
}
