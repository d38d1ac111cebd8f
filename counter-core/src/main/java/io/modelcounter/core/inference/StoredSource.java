package io.modelcounter.core.inference;

import io.modelcounter.model.TensorType;

/**
 * A tensor that the model stores: an initializer, a Constant node, or a filled tensor that stands
 * for one. Two sources are the same only if they are one object.
 */
public final class StoredSource {
  private final String name;
  private final TensorType type;
  private final Origin origin;

  /** Where a model stores a tensor. */
  public enum Origin {
    /** Initializer of a graph. */
    INITIALIZER,
    /** Constant node. */
    CONSTANT_NODE,
    /** ConstantOfShape whose shape is itself a constant. */
    FILLED
  }

  StoredSource(String name, TensorType type, Origin origin) {
    this.name = name;
    this.type = type;
    this.origin = origin;
  }

  /**
   * Name of the value.
   *
   * @return the name within its graph
   */
  public String name() {
    return name;
  }

  /**
   * Element type and dimensions.
   *
   * @return the type
   */
  public TensorType type() {
    return type;
  }

  /**
   * Where it is stored.
   *
   * @return the origin
   */
  public Origin origin() {
    return origin;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
