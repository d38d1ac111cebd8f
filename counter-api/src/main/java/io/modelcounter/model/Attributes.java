package io.modelcounter.model;

import io.modelcounter.model.AttributeValue.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a node, by name.
 *
 * <p>Every typed accessor throws {@link AttributeException} if the attribute is there with another
 * kind of value.
 */
public final class Attributes {
  private static final Attributes NONE = new Attributes(Map.of());

  private final Map<String, AttributeValue> values;

  private Attributes(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /**
   * No attributes.
   *
   * @return the empty set
   */
  public static Attributes none() {
    return NONE;
  }

  /**
   * Attributes with given values.
   *
   * @param values value by name
   * @return the attributes
   */
  public static Attributes of(Map<String, AttributeValue> values) {
    return values.isEmpty()
        ? NONE
        : new Attributes(Collections.unmodifiableMap(new TreeMap<>(values)));
  }

  /**
   * These attributes and one more, which replaces one of the same name.
   *
   * @param name name
   * @param value value
   * @return the new attributes
   */
  public Attributes with(String name, AttributeValue value) {
    Map<String, AttributeValue> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Attributes(Collections.unmodifiableMap(changed));
  }

  /**
   * Names of all attributes.
   *
   * @return sorted names
   */
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * All attributes.
   *
   * @return unmodifiable map, sorted by name
   */
  public Map<String, AttributeValue> asMap() {
    return values;
  }

  /**
   * Tells whether an attribute is there.
   *
   * @param name name
   * @return true if it has a value
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * An attribute of any kind.
   *
   * @param name name
   * @return the value, or empty
   */
  public Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * An integer attribute.
   *
   * @param name name
   * @return the value, or empty
   */
  public OptionalLong integer(String name) {
    Long value = get(name, Kind.INT, Long.class);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * An integer attribute with a default.
   *
   * @param name name
   * @param otherwise value if the attribute is absent
   * @return the value
   */
  public long integer(String name, long otherwise) {
    return integer(name).orElse(otherwise);
  }

  /**
   * An integer attribute that must be there.
   *
   * @param name name
   * @return the value
   */
  public long requiredInteger(String name) {
    return integer(name)
        .orElseThrow(() -> new AttributeException("attribute \"" + name + "\" is missing"));
  }

  /**
   * A floating-point attribute.
   *
   * @param name name
   * @return the value, or empty
   */
  public OptionalDouble real(String name) {
    Double value = get(name, Kind.FLOAT, Double.class);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * A text attribute.
   *
   * @param name name
   * @return the value, or empty
   */
  public Optional<String> text(String name) {
    return Optional.ofNullable(get(name, Kind.STRING, String.class));
  }

  /**
   * A text attribute with a default.
   *
   * @param name name
   * @param otherwise value if the attribute is absent
   * @return the value
   */
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /**
   * A tensor attribute.
   *
   * @param name name
   * @return the tensor, or empty
   */
  public Optional<Constant> tensor(String name) {
    return Optional.ofNullable(get(name, Kind.TENSOR, Constant.class));
  }

  /**
   * A graph attribute.
   *
   * @param name name
   * @return the graph, or empty
   */
  public Optional<Graph> graph(String name) {
    return Optional.ofNullable(get(name, Kind.GRAPH, Graph.class));
  }

  /**
   * A type attribute.
   *
   * @param name name
   * @return the type, or empty
   */
  public Optional<ValueType> type(String name) {
    return Optional.ofNullable(get(name, Kind.TYPE, ValueType.class));
  }

  /**
   * An attribute that is a list of integers.
   *
   * @param name name
   * @return a copy of the values, or empty
   */
  public Optional<long[]> integers(String name) {
    List<?> list = get(name, Kind.INTS, List.class);
    return list == null
        ? Optional.empty()
        : Optional.of(list.stream().mapToLong(item -> (Long) item).toArray());
  }

  /**
   * An attribute that is a list of floating-point numbers.
   *
   * @param name name
   * @return a copy of the values, or empty
   */
  public Optional<double[]> reals(String name) {
    List<?> list = get(name, Kind.FLOATS, List.class);
    return list == null
        ? Optional.empty()
        : Optional.of(list.stream().mapToDouble(item -> (Double) item).toArray());
  }

  /**
   * An attribute that is a list of texts.
   *
   * @param name name
   * @return the values, or empty
   */
  public Optional<List<String>> texts(String name) {
    List<?> list = get(name, Kind.STRINGS, List.class);
    return list == null
        ? Optional.empty()
        : Optional.of(list.stream().map(String.class::cast).toList());
  }

  private <T> @Nullable T get(String name, Kind kind, Class<T> type) {
    AttributeValue value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value.kind() != kind) {
      if (value.value() instanceof List<?> list && list.isEmpty() && type == List.class) {
        return type.cast(list);
      }
      throw new AttributeException(
          "attribute \"" + name + "\" holds " + value.kind() + ", expected " + kind);
    }
    return type.cast(value.value());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
