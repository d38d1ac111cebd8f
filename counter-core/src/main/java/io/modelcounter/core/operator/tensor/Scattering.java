package io.modelcounter.core.operator.tensor;

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
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operators that copy the data and write updates into it (ONNX, ScatterElements and ScatterND).
 *
 * <p>With {@code reduction} every update is combined with the element in its place: one addition,
 * multiplication or comparison each.
 */
abstract class Scattering extends NamedOperator {
  private static final Cost FREE = Cost.free("the elements are only copied");

  Scattering(String... names) {
    super(names);
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape data = call.shapeIfKnown(0);
    Shape indices = call.shapeIfKnown(1);
    if (data.hasRank() && indices.hasRank()) {
      requireFitting(call, data, indices);
    }
    Inferred output = Inferred.tensor(call.element(0), data);
    boolean mayHaveValue = call.input(0).mayHaveValue() && call.input(1).mayHaveValue();
    return mayHaveValue && Elements.followedDims(data).isPresent()
        ? List.of(output.withValue(() -> value(call)))
        : List.of(output);
  }

  private Optional<TensorValue> value(Call call) {
    Optional<TensorValue> data = call.value(0);
    Optional<TensorValue> indices = call.value(1);
    Optional<TensorValue> updates = Elements.orUnknown(call, 2);
    if (data.isEmpty() || indices.isEmpty() || updates.isEmpty()) {
      return Optional.empty();
    }
    int[] places = places(call, data.get(), indices.get());
    if (places.length != updates.get().size()) {
      return Optional.empty();
    }
    ElementType type = data.get().elementType();
    String reduction = reduction(call);
    List<Scalar> elements = new ArrayList<>(data.get().elements());
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0 || places[i] >= elements.size()) {
        // A place that is not known may be any, so nothing is known any more.
        return Optional.empty();
      }
      Scalar update = updates.get().at(i);
      elements.set(places[i], combined(reduction, type, elements.get(places[i]), update));
    }
    return Optional.of(TensorValue.of(type, data.get().dims(), elements));
  }

  /** Throws an {@link InvalidNodeException} if indices of this shape cannot point into the data. */
  abstract void requireFitting(Call call, Shape data, Shape indices);

  /** Where each element of the updates goes, negative where that is not known. */
  abstract int[] places(Call call, TensorValue data, TensorValue indices);

  private static Scalar combined(String reduction, ElementType type, Scalar old, Scalar update) {
    return switch (reduction) {
      case "add" -> ScalarArithmetic.add(type, old, update);
      case "mul" -> ScalarArithmetic.multiply(type, old, update);
      case "min" -> ScalarArithmetic.min(type, old, update);
      case "max" -> ScalarArithmetic.max(type, old, update);
      default -> update;
    };
  }

  private static String reduction(Call call) {
    return call.attributes().text("reduction", "none");
  }

  @Override
  public final Cost count(Call call) {
    String reduction = reduction(call);
    WorkKind kind;
    switch (reduction) {
      case "none" -> {
        return FREE;
      }
      case "add" -> kind = WorkKind.ADD;
      case "mul" -> kind = WorkKind.MULTIPLY;
      case "min", "max" -> kind = WorkKind.COMPARE;
      default ->
          throw new InvalidNodeException(
              "reduction is \"" + reduction + "\", expected none, add, mul, min or max");
    }
    Size updates = call.shape(2).elements();
    return Cost.of(
        Work.of(kind, call.element(0), updates),
        Formula.of("updates").where("updates", "elements of the updates", updates));
  }
}
