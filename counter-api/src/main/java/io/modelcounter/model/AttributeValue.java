package io.modelcounter.model;

import java.util.List;

/**
 * Value of a node's attribute.
 *
 * @param kind which kind of value it holds
 * @param value the value, of the class that the kind names
 */
public record AttributeValue(Kind kind, Object value) {

  /** Kinds of attribute values. */
  public enum Kind {
    /** A {@link Long}. */
    INT(Long.class),
    /** A {@link Double} that holds a binary32 number. */
    FLOAT(Double.class),
    /** A {@link String}. */
    STRING(String.class),
    /** A {@link Constant}. */
    TENSOR(Constant.class),
    /** A sparse {@link Constant}. */
    SPARSE_TENSOR(Constant.class),
    /** A {@link Graph}. */
    GRAPH(Graph.class),
    /** A {@link ValueType}. */
    TYPE(ValueType.class),
    /** A list of {@link Long}. */
    INTS(List.class),
    /** A list of {@link Double}. */
    FLOATS(List.class),
    /** A list of {@link String}. */
    STRINGS(List.class),
    /** A list of {@link Constant}. */
    TENSORS(List.class),
    /** A list of {@link Graph}. */
    GRAPHS(List.class),
    /** A list of {@link ValueType}. */
    TYPES(List.class),
    /** A {@link String}: the name of an attribute of the function that the node belongs to. */
    REFERENCE(String.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }
  }

  /**
   * Makes a value.
   *
   * @param kind which kind of value it holds
   * @param value the value, of the class that the kind names; a list is copied
   */
  public AttributeValue {
    if (!kind.type.isInstance(value)) {
      throw new IllegalArgumentException(kind + " cannot hold a " + value.getClass().getName());
    }
    if (value instanceof List<?> list) {
      value = List.copyOf(list);
    }
  }

  /**
   * Integer.
   *
   * @param value the value
   * @return the attribute value
   */
  public static AttributeValue of(long value) {
    return new AttributeValue(Kind.INT, value);
  }

  /**
   * Floating-point number.
   *
   * @param value the value
   * @return the attribute value
   */
  public static AttributeValue of(double value) {
    return new AttributeValue(Kind.FLOAT, value);
  }

  /**
   * Text.
   *
   * @param value the value
   * @return the attribute value
   */
  public static AttributeValue of(String value) {
    return new AttributeValue(Kind.STRING, value);
  }

  /**
   * Tensor.
   *
   * @param value the value
   * @return the attribute value
   */
  public static AttributeValue of(Constant value) {
    return new AttributeValue(value.isSparse() ? Kind.SPARSE_TENSOR : Kind.TENSOR, value);
  }

  /**
   * Graph.
   *
   * @param value the value
   * @return the attribute value
   */
  public static AttributeValue of(Graph value) {
    return new AttributeValue(Kind.GRAPH, value);
  }

  /**
   * List of integers.
   *
   * @param values the values
   * @return the attribute value
   */
  public static AttributeValue ofInts(List<Long> values) {
    return new AttributeValue(Kind.INTS, values);
  }

  /**
   * List of floating-point numbers.
   *
   * @param values the values
   * @return the attribute value
   */
  public static AttributeValue ofFloats(List<Double> values) {
    return new AttributeValue(Kind.FLOATS, values);
  }

  /**
   * List of texts.
   *
   * @param values the values
   * @return the attribute value
   */
  public static AttributeValue ofStrings(List<String> values) {
    return new AttributeValue(Kind.STRINGS, values);
  }

  /**
   * Reference to an attribute of the enclosing function.
   *
   * @param attribute name of the function's attribute
   * @return the attribute value
   */
  public static AttributeValue reference(String attribute) {
    return new AttributeValue(Kind.REFERENCE, attribute);
  }
}
