package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * A question about one number: Y has the shape of X and holds truth values (ONNX, IsNaN and IsInf).
 *
 * <p>One comparison an element.
 */
final class Property extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.COMPARE);

  /** Makes the test from the attributes of a node. */
  interface Test {
    /** The test that the node carries out on every element. */
    DoublePredicate of(Call call);
  }

  private final Test test;

  Property(String name, Test test) {
    super(name);
    this.test = test;
  }

  /** IsInf: which infinities count is told by detect_negative and detect_positive. */
  static Property isInfinite() {
    return new Property(
        "IsInf",
        call -> {
          boolean negative = call.attributes().integer("detect_negative", 1) != 0;
          boolean positive = call.attributes().integer("detect_positive", 1) != 0;
          return value -> Double.isInfinite(value) && (value < 0 ? negative : positive);
        });
  }

  @Override
  public List<Inferred> outputs(Call call) {
    DoublePredicate predicate = test.of(call);
    return List.of(
        ElementwiseValues.unary(call, 0, ElementType.BOOL, element -> answer(predicate, element)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.BOOL, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.element(0), call.outputShape(0).elements());
  }

  private static Scalar answer(DoublePredicate predicate, Scalar element) {
    if (element.numerator().isPresent()) {
      return Scalar.of(predicate.test(0)); // a size is a finite number, whatever its value
    }
    return element.asDouble().isPresent()
        ? Scalar.of(predicate.test(element.asDouble().getAsDouble()))
        : Scalar.UNKNOWN;
  }
}
