package io.modelcounter.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcounter.model.ModelException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of the document that knows where it stands. */
final class Field {
  /** What a report of another form is refused with. */
  static final String NOT_A_REPORT = "E0110";

  private final @Nullable Field owner;
  private final String name;
  private final JsonNode node;

  private Field(@Nullable Field owner, String name, JsonNode node) {
    this.owner = owner;
    this.name = name;
    this.node = node;
  }

  /** The document itself. */
  static Field root(JsonNode node) {
    return new Field(null, "", node);
  }

  /** A field of an object that must be there. */
  Field get(String key) {
    return find(key).orElseThrow(() -> refusal("there is no field \"" + key + "\""));
  }

  /** A field of an object that may be missing. */
  Optional<Field> find(String key) {
    JsonNode child = object().get(key);
    return child == null ? Optional.empty() : Optional.of(new Field(this, "." + key, child));
  }

  /** A field of an object that is not null. */
  Optional<Field> findValue(String key) {
    return find(key).filter(field -> !field.isNull());
  }

  private JsonNode object() {
    if (!node.isObject()) {
      throw expected("an object");
    }
    return node;
  }

  /** The fields of an object, in order. */
  Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    object()
        .properties()
        .forEach(
            entry ->
                fields.put(
                    entry.getKey(), new Field(this, "." + entry.getKey(), entry.getValue())));
    return fields;
  }

  /** The items of a list. */
  List<Field> items() {
    if (!node.isArray()) {
      throw expected("a list");
    }
    List<Field> items = new ArrayList<>(node.size());
    for (JsonNode item : node) {
      items.add(new Field(this, "[" + items.size() + "]", item));
    }
    return items;
  }

  boolean isNull() {
    return node.isNull();
  }

  boolean isText() {
    return node.isTextual();
  }

  String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /** The text, empty for null. */
  String textOrNull() {
    return isNull() ? "" : text();
  }

  /** A list of texts. */
  List<String> texts() {
    return items().stream().map(Field::text).toList();
  }

  /** An integer of any length. */
  BigInteger integer() {
    if (!node.isIntegralNumber()) {
      throw expected("an integer");
    }
    return node.bigIntegerValue();
  }

  /** A number that a long holds, at least 0. */
  long count() {
    BigInteger value = integer();
    if (value.signum() < 0 || value.bitLength() >= Long.SIZE) {
      throw expected("a number from 0 to 2^63 - 1");
    }
    return value.longValue();
  }

  /** A number that an int holds, at least 0. */
  int smallCount() {
    BigInteger value = integer();
    if (value.signum() < 0 || value.bitLength() >= Integer.SIZE) {
      throw expected("a number from 0 to 2^31 - 1");
    }
    return value.intValue();
  }

  boolean isTrue() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  /** Says what should stand here. */
  ModelException expected(String what) {
    return refusal("found " + found() + ", expected " + what);
  }

  /** Says what is wrong here. */
  ModelException refusal(String reason) {
    return new ModelException(NOT_A_REPORT, place(), reason);
  }

  private String found() {
    if (node.isContainerNode()) {
      return node.isObject() ? "an object" : "a list";
    }
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private String place() {
    StringBuilder place = new StringBuilder();
    for (Field field = this; field != null; field = field.owner) {
      place.insert(0, field.name);
    }
    return place.length() > 0 && place.charAt(0) == '.' ? place.substring(1) : place.toString();
  }
}
