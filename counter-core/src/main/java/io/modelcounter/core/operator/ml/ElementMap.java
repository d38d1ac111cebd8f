package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operator that maps every element to one of another value: the shape stays. */
final class ElementMap extends NamedOperator {
  private static final Cost LOOKUP = Cost.free("elements are looked up, nothing is computed");

  private final Function<Call, ElementType> type;
  private final @Nullable ElementWork work;

  private ElementMap(String name, Function<Call, ElementType> type, @Nullable ElementWork work) {
    super(Ml.operator(name));
    this.type = type;
    this.work = work;
  }

  /** A map that computes. */
  static ElementMap computing(String name, Function<Call, ElementType> type, ElementWork work) {
    return new ElementMap(name, type, work);
  }

  /** A map that only looks up. */
  static ElementMap lookup(String name, Function<Call, ElementType> type) {
    return new ElementMap(name, type, null);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(type.apply(call), call.shapeIfKnown(0)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(type.apply(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return work == null ? LOOKUP : work.cost(call.element(0), call.outputShape(0).elements());
  }
}
