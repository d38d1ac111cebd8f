package io.modelcounter.tck;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Types written as text.
 *
 * <p>A tensor is {@code float32[batch, 3, 224]}: the element type and the dimensions, each an
 * expression that {@link Size#parse} reads. {@code float32[]} is a scalar, {@code float32[?]} a
 * tensor of unknown rank. Other types are {@code sparse(float32[3, 4])}, {@code
 * sequence(float32[batch])} (of unknown length), {@code optional(float32[2])}, {@code map(int64,
 * float32[])}, and {@code ?} for a value of which nothing is known.
 */
public final class Types {
  static final String LEFT_OPEN = "the test leaves it open";

  private Types() {}

  /**
   * Reads a type.
   *
   * @param text the type
   * @return the type; all names in it are symbols of the file
   * @throws IllegalArgumentException if the text is no type; the message says what was expected
   */
  public static ValueType parse(String text) {
    String type = text.strip();
    if (type.equals("?")) {
      return ValueType.unknown(LEFT_OPEN);
    }
    int parenthesis = type.indexOf('(');
    int bracket = type.indexOf('[');
    if (parenthesis < 0 || (bracket >= 0 && bracket < parenthesis)) {
      return tensor(type);
    }
    if (!type.endsWith(")")) {
      throw new IllegalArgumentException("\"" + text + "\" does not end with )");
    }
    String inner = type.substring(parenthesis + 1, type.length() - 1);
    return switch (type.substring(0, parenthesis)) {
      case "sequence" -> new SequenceType(parse(inner), Optional.empty());
      case "optional" -> new OptionalType(parse(inner));
      case "sparse" -> sparse(inner);
      case "map" -> map(inner);
      default ->
          throw new IllegalArgumentException(
              "\"" + text + "\" is no type: expected sequence, optional, sparse or map before (");
    };
  }

  /**
   * Reads the type of a dense tensor.
   *
   * @param text element type and dimensions, for example {@code float32[batch, 3]}
   * @return the type
   * @throws IllegalArgumentException if the text is no such type; the message says what was
   *     expected
   */
  public static TensorType tensor(String text) {
    String type = text.strip();
    int bracket = type.indexOf('[');
    if (bracket < 0 || !type.endsWith("]")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no tensor type: expected a text such as float32[batch, 3]");
    }
    return new TensorType(
        element(type.substring(0, bracket)), shape(type.substring(bracket + 1, type.length() - 1)));
  }

  private static SparseTensorType sparse(String text) {
    TensorType dense = tensor(text);
    return new SparseTensorType(dense.element(), dense.shape());
  }

  private static MapType map(String text) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException(
          "\"map(" + text + ")\" is no map type: expected a text such as map(int64, float32[])");
    }
    return new MapType(element(text.substring(0, comma)), parse(text.substring(comma + 1)));
  }

  private static ElementType element(String text) {
    return ElementType.named(text.strip())
        .orElseThrow(
            () -> new IllegalArgumentException("\"" + text + "\" is the name of no element type"));
  }

  private static Shape shape(String dims) {
    String text = dims.strip();
    if (text.equals("?")) {
      return Shape.unknownRank(LEFT_OPEN);
    }
    return text.isEmpty()
        ? Shape.scalar()
        : Shape.of(splitAtCommas(text).stream().map(Size::parse).toList());
  }

  /** Splits at commas, but not at those in parentheses or in a quoted name. */
  private static List<String> splitAtCommas(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
