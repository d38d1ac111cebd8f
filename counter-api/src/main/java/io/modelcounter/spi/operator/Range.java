package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Range (ONNX, Range): {@code start + i * delta} for i from 0 until {@code limit} is reached.
 *
 * <pre>
 * elements = max(0, ceil((limit - start) / delta))
 * </pre>
 *
 * <p>One addition each. Without a delta, which ONNX requires and com.microsoft does not, it is 1.
 */
public final class Range extends NamedOperator {

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public Range(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    Scalar start = operand(call, 0);
    Scalar limit = operand(call, 1);
    Scalar delta = call.hasInput(2) ? operand(call, 2) : Elements.one(type);
    Size count =
        count(type, start, limit, delta)
            .orElseGet(() -> call.freshSize(0, "count", "the bounds of the range are not known"));
    Shape shape = Shape.of(count);
    Inferred output = Inferred.tensor(type, shape);
    if (start.isKnown() && delta.isKnown() && Elements.followedDims(shape).isPresent()) {
      int length = Elements.count(Elements.followedDims(shape).get());
      output = output.withValue(() -> Optional.of(value(type, start, delta, length)));
    }
    return List.of(output);
  }

  private static Scalar operand(Call call, int input) {
    return call.value(input)
        .filter(value -> value.size() == 1)
        .map(value -> value.at(0))
        .orElse(Scalar.UNKNOWN);
  }

  private static Optional<Size> count(ElementType type, Scalar start, Scalar limit, Scalar delta) {
    if (delta.asDouble().orElse(1) == 0) {
      throw new InvalidNodeException("the delta of a Range is 0");
    }
    if (type.isFloat()) {
      Scalar span = ScalarArithmetic.subtract(stash(type), limit, start);
      Scalar steps = ScalarArithmetic.divide(ElementType.FLOAT64, span, delta);
      Scalar whole = ScalarArithmetic.ceil(ElementType.FLOAT64, steps);
      return ScalarArithmetic.cast(whole, ElementType.FLOAT64, ElementType.INT64)
          .asSize()
          .map(count -> count.max(Size.ZERO));
    }
    Optional<Size> from = start.asSize();
    Optional<Size> to = limit.asSize();
    Optional<Size> by = delta.asSize();
    if (from.isEmpty() || to.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    boolean down = Size.ZERO.isGreaterThan(by.get());
    if (!down && !by.get().isGreaterThan(Size.ZERO)) {
      return Optional.empty();
    }
    Size span = to.get().minus(from.get());
    return Optional.of(
        (down ? span.negate().ceilDiv(by.get().negate()) : span.ceilDiv(by.get())).max(Size.ZERO));
  }

  private static TensorValue value(ElementType type, Scalar start, Scalar delta, int count) {
    ElementType stash = stash(type);
    List<Scalar> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Scalar index = type.isFloat() ? Scalar.real(i) : Scalar.of(i);
      Scalar offset = ScalarArithmetic.multiply(stash, index, delta);
      Scalar element = ScalarArithmetic.add(stash, start, offset);
      elements.add(ScalarArithmetic.cast(element, stash, type));
    }
    return TensorValue.vector(type, elements);
  }

  /** The type in which short floats are reckoned with. */
  private static ElementType stash(ElementType type) {
    return type == ElementType.FLOAT16 || type == ElementType.BFLOAT16 ? ElementType.FLOAT32 : type;
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.outputShape(0).elements();
    return Cost.of(
        Work.of(WorkKind.ADD, call.element(0), elements),
        Formula.of("elements").where("elements", "elements of the range", elements));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(0), Shape.of(call.freshSize(0, "count", reason))));
  }
}
