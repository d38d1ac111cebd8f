package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/** Type of a value that flows along an edge of a graph. */
public sealed interface ValueType
    permits TensorType, SparseTensorType, SequenceType, OptionalType, MapType, UnknownType {

  /**
   * Dense tensor type.
   *
   * @param element type of the elements
   * @param shape dimensions
   * @return the type
   */
  static TensorType tensor(ElementType element, Shape shape) {
    return new TensorType(element, shape);
  }

  /**
   * Type of a value of which nothing is known.
   *
   * @param reason why, as a clause that can follow "because"
   * @return the type
   */
  static UnknownType unknown(String reason) {
    return new UnknownType(reason);
  }

  /**
   * Name without sizes, for example {@code float32} or {@code sequence(float32)}.
   *
   * @return the name
   */
  String text();

  /**
   * This type with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound type
   */
  ValueType bind(Bindings bindings);
}
