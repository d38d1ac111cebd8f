package io.modelcounter.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that the model stores: its type and place, never its elements unless shape arithmetic
 * asks for them and they are small.
 */
public final class Constant {
  /** Reads the elements of a constant. */
  @FunctionalInterface
  public interface Payload {
    /**
     * Reads the elements.
     *
     * @return the elements, or empty if they are not available or too many
     * @throws ModelException if the file can no longer be read
     */
    Optional<TensorValue> read();
  }

  private final String name;
  private final TensorType type;
  private final boolean sparse;
  private final OptionalLong externalBytes;
  private @Nullable Payload unread;
  private @Nullable TensorValue value;

  private Constant(
      String name, TensorType type, boolean sparse, OptionalLong externalBytes, Payload payload) {
    this.name = name;
    this.type = type;
    this.sparse = sparse;
    this.externalBytes = externalBytes;
    this.unread = payload;
  }

  /**
   * Dense constant.
   *
   * @param name name within its graph; may be empty for a tensor in an attribute
   * @param type element type and constant dimensions
   * @param payload how to read the elements
   * @return the constant
   */
  public static Constant dense(String name, TensorType type, Payload payload) {
    return new Constant(name, type, false, OptionalLong.empty(), payload);
  }

  /**
   * Dense constant whose elements lie in another file, which is never read.
   *
   * @param name name within its graph
   * @param type element type and constant dimensions
   * @param bytes length that the model declares, or the bytes that the type implies
   * @return the constant
   */
  public static Constant external(String name, TensorType type, long bytes) {
    return new Constant(name, type, false, OptionalLong.of(bytes), Optional::empty);
  }

  /**
   * Sparse constant; its elements are never followed.
   *
   * @param name name within its graph
   * @param type element type and dimensions of the dense tensor that it stands for
   * @return the constant
   */
  public static Constant sparse(String name, TensorType type) {
    return new Constant(name, type, true, OptionalLong.empty(), Optional::empty);
  }

  /**
   * Dense constant with given elements.
   *
   * @param name name within its graph
   * @param value the elements
   * @return the constant
   */
  public static Constant of(String name, TensorValue value) {
    return dense(name, value.tensorType(), () -> Optional.of(value));
  }

  /**
   * Name within its graph.
   *
   * @return the name; empty for an unnamed tensor in an attribute
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
   * Tells whether the model stores it in sparse form.
   *
   * @return true for a sparse tensor
   */
  public boolean isSparse() {
    return sparse;
  }

  /**
   * Bytes in another file.
   *
   * @return the length, or empty if the elements lie in the model file itself
   */
  public OptionalLong externalBytes() {
    return externalBytes;
  }

  /**
   * The elements, read at the first call and kept.
   *
   * @return the elements, or empty if they are external, sparse or more than {@link
   *     TensorValue#MAX_ELEMENTS}
   * @throws ModelException if the file can no longer be read
   */
  public synchronized Optional<TensorValue> value() {
    Payload payload = unread;
    if (payload != null) {
      value = payload.read().orElse(null);
      unread = null;
    }
    return Optional.ofNullable(value);
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
