package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A function of one element: Y has the shape and type of X (ONNX, Neg, Sqrt, Sin and others). */
final class UnaryFunction extends NamedOperator {

  /** Works out one element. */
  interface Function {
    /** Value of the function for an element of the given type. */
    Scalar apply(ElementType type, Scalar element);
  }

  private final ElementWork work;
  private final @Nullable Function function;

  UnaryFunction(String name, WorkKind kind, @Nullable Function function) {
    super(name);
    this.work = ElementWork.of(kind);
    this.function = function;
  }

  /** A function of real numbers. */
  static UnaryFunction real(String name, WorkKind kind, DoubleUnaryOperator function) {
    return new UnaryFunction(
        name, kind, (type, element) -> ScalarArithmetic.apply(type, element, function));
  }

  /** A function that no shape arithmetic uses, so that its values are not followed. */
  static UnaryFunction withoutValue(String name, WorkKind kind) {
    return new UnaryFunction(name, kind, null);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    Function known = function;
    return List.of(
        known == null
            ? Inferred.tensor(type, call.shapeIfKnown(0))
            : ElementwiseValues.unary(call, 0, type, element -> known.apply(type, element)));
  }

  @Override
  public Cost count(Call call) {
    return work.cost(call.element(0), call.outputShape(0).elements());
  }
}
