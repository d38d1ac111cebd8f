package io.modelcounter.rules.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads documents of mappings, lists and scalars. Tags, anchors and further documents are not
 * taken, so nothing is made but texts, and nothing is larger than it looks.
 */
public final class Document {
  /** The most bytes that a document may have. */
  public static final int MOST_BYTES = 1 << 20;

  /** The most mappings and lists inside one another. */
  static final int DEEPEST = 16;

  private final JsonParser parser;

  private Document(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file the file
   * @return its content
   * @throws IOException if it cannot be read
   * @throws DocumentException if it is too long
   */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new DocumentException(null, "it has more than 1 MiB");
      }
      return content;
    }
  }

  /**
   * Reads a document.
   *
   * @param content the document in UTF-8
   * @param notation how it is written
   * @return what it holds; empty if it holds nothing
   * @throws DocumentException if it is none, or holds what is not taken
   */
  public static Optional<DocumentNode> parse(byte[] content, Notation notation) {
    try (JsonParser parser = notation.parser(text(content))) {
      return new Document(parser).root();
    } catch (JsonProcessingException malformed) {
      JsonLocation location = malformed.getLocation();
      throw new DocumentException(
          location == null ? null : place(location),
          "it is not " + notation.text(),
          details(malformed),
          malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text can always be read", impossible);
    }
  }

  /** What the parser says, without the parts of the document that it shows. */
  private static String details(JsonProcessingException malformed) {
    return String.valueOf(malformed.getOriginalMessage())
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }

  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException invalid) {
      throw new DocumentException(null, "it is not UTF-8 text", "", invalid);
    }
  }

  private Optional<DocumentNode> root() throws IOException {
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    DocumentNode root = node();
    if (parser.nextToken() != null) {
      throw new DocumentException(place(), "there is a second document");
    }
    boolean isEmpty = root instanceof Scalar scalar && scalar.text().isEmpty();
    return isEmpty ? Optional.empty() : Optional.of(root);
  }

  /** The node that begins with the current token. */
  private DocumentNode node() throws IOException {
    requirePlain();
    Place place = place();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new Mapping(place, entries());
    }
    if (token == JsonToken.START_ARRAY) {
      List<DocumentNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new Listing(place, items);
    }
    return new Scalar(place, kind(token), parser.getText());
  }

  private List<Mapping.Entry> entries() throws IOException {
    Set<String> keys = new HashSet<>();
    List<Mapping.Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      requirePlain();
      Place place = place();
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw new DocumentException(place, "\"" + key + "\" stands twice");
      }
      parser.nextToken();
      entries.add(new Mapping.Entry(key, place, node()));
    }
    return entries;
  }

  private static Scalar.Kind kind(JsonToken token) {
    if (token.isNumeric()) {
      return Scalar.Kind.NUMBER;
    }
    if (token.isBoolean()) {
      return Scalar.Kind.BOOLEAN;
    }
    return token == JsonToken.VALUE_NULL ? Scalar.Kind.NULL : Scalar.Kind.TEXT;
  }

  /** What makes more of a document than meets the eye is not needed here. */
  private void requirePlain() throws IOException {
    boolean isAlias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    if (isAlias || parser.getTypeId() != null || parser.getObjectId() != null) {
      throw new DocumentException(
          place(), "tags, anchors and aliases are not taken; write plain values");
    }
  }

  private Place place() {
    return place(parser.currentTokenLocation());
  }

  private static Place place(JsonLocation location) {
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
