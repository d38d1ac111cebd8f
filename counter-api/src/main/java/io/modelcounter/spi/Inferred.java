package io.modelcounter.spi;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.TooComplexException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value: its type, and its elements if they are small and follow from the model.
 * Of a sequence or optional value, what is known of every member.
 *
 * <p>Elements are worked out only when somebody asks for them, and once.
 */
public final class Inferred {
  /** The members of no longer sequence are followed one by one. */
  public static final int MAX_MEMBERS = 1024;

  private final ValueType type;
  private final @Nullable Scalar fill;
  private final @Nullable List<Inferred> members;
  private @Nullable Supplier<Optional<TensorValue>> source;
  private @Nullable TensorValue value;

  private Inferred(
      ValueType type,
      @Nullable Scalar fill,
      @Nullable List<Inferred> members,
      @Nullable Supplier<Optional<TensorValue>> source,
      @Nullable TensorValue value) {
    this.type = type;
    this.fill = fill;
    this.members = members;
    this.source = source;
    this.value = value;
  }

  /**
   * A value of which only the type is known.
   *
   * @param type the type
   * @return what is known
   */
  public static Inferred of(ValueType type) {
    return new Inferred(type, null, null, null, null);
  }

  /**
   * A dense tensor of which only the type is known.
   *
   * @param element element type
   * @param shape dimensions
   * @return what is known
   */
  public static Inferred tensor(ElementType element, Shape shape) {
    return of(new TensorType(element, shape));
  }

  /**
   * A tensor whose elements are known.
   *
   * @param value the elements
   * @return what is known
   */
  public static Inferred of(TensorValue value) {
    return new Inferred(value.tensorType(), null, null, null, value);
  }

  /**
   * A value of which nothing is known.
   *
   * @param reason why, as a clause that can follow "because"
   * @return what is known
   */
  public static Inferred unknown(String reason) {
    return of(ValueType.unknown(reason));
  }

  /**
   * The same type with elements that can be worked out.
   *
   * @param elements works them out, or answers empty; called at most once. An {@link
   *     UnknownInputException} or {@link TooComplexException} counts as empty
   * @return what is known
   */
  public Inferred withValue(Supplier<Optional<TensorValue>> elements) {
    return new Inferred(type, fill, members, elements, null);
  }

  /**
   * The same type with every element equal to one that is known.
   *
   * <p>This can be said of a tensor whose elements cannot be listed because its size is symbolic.
   * It takes nothing from what {@link #value()} answers, nor adds to it.
   *
   * @param element what every element is
   * @return what is known
   */
  public synchronized Inferred filledWith(Scalar element) {
    return new Inferred(type, element, members, source, value);
  }

  /**
   * The one value of all elements.
   *
   * @return what every element is, or empty if they are not known to be all the same
   */
  public Optional<Scalar> fill() {
    return Optional.ofNullable(fill);
  }

  /**
   * The same type with what is known of every member, in order. An optional value has itself as its
   * only member, or none if it is absent.
   *
   * @param parts the members; they are not kept if they are more than {@link #MAX_MEMBERS}
   * @return what is known
   */
  public synchronized Inferred withMembers(List<Inferred> parts) {
    return parts.size() > MAX_MEMBERS
        ? this
        : new Inferred(type, fill, List.copyOf(parts), source, value);
  }

  /**
   * The members of a sequence or optional value.
   *
   * @return the members in order, or empty if they are not known one by one
   */
  public Optional<List<Inferred>> members() {
    return Optional.ofNullable(members);
  }

  /**
   * The type.
   *
   * @return the type
   */
  public ValueType type() {
    return type;
  }

  /**
   * The elements.
   *
   * @return the elements, or empty if they are not known or too many
   */
  public synchronized Optional<TensorValue> value() {
    Supplier<Optional<TensorValue>> pending = source;
    if (pending != null) {
      source = null;
      try {
        value = pending.get().orElse(null);
      } catch (UnknownInputException | TooComplexException unknown) {
        value = null; // the elements hang on something unknown, so they are unknown as well
      }
    }
    return Optional.ofNullable(value);
  }

  /**
   * Tells whether asking for elements may find some.
   *
   * @return false if it is already certain that none are known
   */
  public synchronized boolean mayHaveValue() {
    return source != null || value != null;
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
