package io.modelcounter.rules;

import io.modelcounter.rules.document.DocumentNode;
import io.modelcounter.rules.document.Listing;
import io.modelcounter.rules.document.Mapping;
import io.modelcounter.rules.document.Place;
import io.modelcounter.rules.document.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mapping whose keys are known, and the values that it must hold.
 *
 * @param mapping the mapping
 */
record Fields(Mapping mapping) {
  private static final int LONGEST_TEXT = 500;
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,5}");

  /**
   * Takes a node as a mapping with certain keys.
   *
   * @param what what the mapping is, for messages, for example {@code an operator}
   * @throws RuleFileException if it is something else, or has another key
   */
  static Fields of(DocumentNode node, String what, List<String> keys) {
    Fields fields = new Fields(mapping(node, what));
    for (Mapping.Entry entry : fields.mapping.entries()) {
      if (!keys.contains(entry.key())) {
        throw RuleFileException.word(
            entry.place(),
            what + " has no key \"" + entry.key() + "\", expected " + String.join(", ", keys),
            entry.key(),
            keys);
      }
    }
    return fields;
  }

  static Mapping mapping(DocumentNode node, String what) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw expected(node, what + " as a mapping of keys to values");
  }

  Optional<DocumentNode> find(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Mapping.Entry::value)
        .findFirst();
  }

  DocumentNode require(String key, String meaning) {
    return find(key)
        .orElseThrow(
            () ->
                RuleFileException.at(
                    mapping.place(), "\"" + key + "\" is missing, expected " + meaning));
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Place place() {
    return mapping.place();
  }

  /** A text of one line; empty if the key is not there. */
  String text(String key) {
    return find(key).map(node -> text(node, "a text")).orElse("");
  }

  /** Positions of inputs; none if the key is not there. */
  List<Integer> positions(String key) {
    return find(key)
        .map(
            node ->
                list(node, "a list of positions of inputs").stream().map(Fields::position).toList())
        .orElse(List.of());
  }

  /** The position of an input. */
  static int position(DocumentNode node) {
    return integer(node, "the position of an input, 0 or more");
  }

  static int integer(DocumentNode node, String meaning) {
    if (node instanceof Scalar scalar && INTEGER.matcher(scalar.text()).matches()) {
      return Integer.parseInt(scalar.text());
    }
    throw expected(node, meaning);
  }

  static List<DocumentNode> list(DocumentNode node, String meaning) {
    if (node instanceof Listing listing) {
      return listing.items();
    }
    throw expected(node, meaning);
  }

  static String text(DocumentNode node, String meaning) {
    if (node instanceof Scalar scalar
        && scalar.kind() != Scalar.Kind.NULL
        && !scalar.text().isBlank()) {
      if (scalar.text().length() > LONGEST_TEXT) {
        throw RuleFileException.at(
            node.place(), "the text has more than " + LONGEST_TEXT + " characters");
      }
      return scalar.text().strip();
    }
    throw expected(node, meaning);
  }

  static RuleFileException expected(DocumentNode node, String meaning) {
    return RuleFileException.at(node.place(), "found " + node.describe() + ", expected " + meaning);
  }
}
