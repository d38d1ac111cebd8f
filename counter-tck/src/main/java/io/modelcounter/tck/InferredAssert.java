package io.modelcounter.tck;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what is known of a value. */
public final class InferredAssert extends AbstractAssert<InferredAssert, Inferred> {

  InferredAssert(@Nullable Inferred actual) {
    super(actual, InferredAssert.class);
  }

  /**
   * Checks the type.
   *
   * @param type the type as {@link Types} writes it, for example {@code float32[2, 3]}
   * @return this
   */
  public InferredAssert hasType(String type) {
    isNotNull();
    String found = actual.type().toString();
    if (!found.equals(type) && !found.equals(Types.parse(type).toString())) {
      failWithMessage("Expected type <%s> but found <%s>", type, found);
    }
    return this;
  }

  /**
   * Checks the dimensions of a tensor.
   *
   * @param sizes the dimensions, for example {@code batch}, {@code 3}; none for a scalar
   * @return this
   */
  public InferredAssert hasSizes(String... sizes) {
    Shape shape = shape();
    List<String> expected = Texts.sizes(List.of(sizes));
    if (!shape.hasRank()) {
      failWithMessage(
          "Expected sizes <%s> but the rank is unknown because %s",
          expected, shape.unknownReason().orElse(""));
    }
    List<String> found = shape.dims().stream().map(Object::toString).toList();
    if (!found.equals(expected)) {
      failWithMessage("Expected sizes <%s> but found <%s>", expected, found);
    }
    return this;
  }

  /**
   * Checks the element type of a tensor.
   *
   * @param element the element type
   * @return this
   */
  public InferredAssert hasElementType(ElementType element) {
    isNotNull();
    ValueType type = actual.type();
    ElementType found =
        type instanceof TensorType tensor
            ? tensor.element()
            : type instanceof SparseTensorType sparse ? sparse.element() : ElementType.UNKNOWN;
    if (found != element) {
      failWithMessage("Expected elements of type <%s> but found <%s>", element, type);
    }
    return this;
  }

  /**
   * Checks that nothing is known of the shape of a tensor, or nothing of the value at all.
   *
   * @return this
   */
  public InferredAssert hasUnknownRank() {
    Shape shape = shape();
    if (shape.hasRank()) {
      failWithMessage("Expected an unknown rank but found <%s>", shape);
    }
    return this;
  }

  /**
   * Checks that nothing is known of the shape of a tensor, and why.
   *
   * @param part a part of the reason
   * @return this
   */
  public InferredAssert hasUnknownRankBecause(String part) {
    hasUnknownRank();
    String reason = shape().unknownReason().orElse("");
    if (!reason.contains(part)) {
      failWithMessage("Expected a reason with <%s> but found <%s>", part, reason);
    }
    return this;
  }

  /**
   * Checks the elements.
   *
   * @param elements the elements in row-major order as text: integers and expressions such as
   *     {@code 12*batch}, numbers such as {@code 0.5}, {@code true}, or {@code ?} for an unknown
   *     one
   * @return this
   */
  public InferredAssert hasValue(String... elements) {
    isNotNull();
    Optional<TensorValue> value = actual.value();
    if (value.isEmpty()) {
      failWithMessage("Expected elements <%s> but they are not known", List.of(elements));
    }
    List<String> expected = Texts.sizes(List.of(elements));
    List<String> found = value.orElseThrow().elements().stream().map(Scalar::toString).toList();
    if (!found.equals(expected)) {
      failWithMessage("Expected elements <%s> but found <%s>", expected, found);
    }
    return this;
  }

  /**
   * Checks the elements.
   *
   * @param elements the elements in row-major order
   * @return this
   */
  public InferredAssert hasValue(long... elements) {
    String[] texts = new String[elements.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Long.toString(elements[i]);
    }
    return hasValue(texts);
  }

  /**
   * Checks that the elements are not known.
   *
   * @return this
   */
  public InferredAssert hasNoValue() {
    isNotNull();
    actual
        .value()
        .ifPresent(value -> failWithMessage("Expected no elements but found <%s>", value));
    return this;
  }

  private Shape shape() {
    isNotNull();
    ValueType type = actual.type();
    if (type instanceof TensorType tensor) {
      return tensor.shape();
    }
    if (type instanceof SparseTensorType sparse) {
      return sparse.shape();
    }
    if (type instanceof UnknownType unknown) {
      return Shape.unknownRank(unknown.reason());
    }
    throw failure("Expected a tensor but found <%s>", type);
  }
}
