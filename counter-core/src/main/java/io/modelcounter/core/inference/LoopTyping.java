package io.modelcounter.core.inference;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loop (ONNX, Loop): the body is typed until the types of the carried values no longer change, and
 * counted as often as it is executed.
 */
final class LoopTyping {
  /** A trip count as large as this only says that something else ends the loop. */
  private static final Size ENDLESS = Size.of(1L << 31);

  private static final int CARRIED_INPUT = 2;
  private static final int CARRIED_OUTPUT = 1;

  private final GraphTyping typing;
  private final Node node;
  private final Call call;
  private final LoopScope scope;
  private final List<TypedValue> carried;
  private final Graph body;

  LoopTyping(GraphTyping typing, Node node, Call call, List<TypedValue> inputs) {
    this.typing = typing;
    this.node = node;
    this.call = call;
    this.carried =
        inputs.size() <= CARRIED_INPUT ? List.of() : inputs.subList(CARRIED_INPUT, inputs.size());
    this.body = ControlFlow.requiredGraph(call, "body");
    this.scope = new LoopScope(typing, node, body);
    if (body.outputs().size() < carried.size() + 1) {
      throw new InvalidNodeException(
          "its body has "
              + body.outputs().size()
              + " outputs, expected a condition and "
              + carried.size()
              + " carried values");
    }
  }

  ControlFlow.Result type() {
    Optional<Size> limit = ControlFlow.scalarSize(call, 0);
    boolean once = limit.isPresent() && limit.get().isOne();
    CarriedValues values = carriedValues(limit, once);
    if (!once) {
      values.settled();
    }
    Size trips = trips(limit, values.typed());
    if (trips.isOne() && !once) {
      values = carriedValues(limit, true);
    }
    List<TypedValue> outputs = new ArrayList<>(outputs(values, trips, once));
    TypedGraph typed = values.typed();
    for (int i = carried.size() + 1; i < typed.outputs().size(); i++) {
      TypedValue slice = typed.outputs().get(i);
      outputs.add(slice.as(stacked(scope.outside(scope.outside(i - 1), slice.type()), trips)));
    }
    return new ControlFlow.Result(outputs, List.of(Body.repeated(typed, Amount.exact(trips))));
  }

  private CarriedValues carriedValues(Optional<Size> limit, boolean once) {
    return new CarriedValues(
        scope, carried, CARRIED_INPUT, CARRIED_OUTPUT, state -> typeBody(state, limit, once));
  }

  private static List<TypedValue> outputs(CarriedValues values, Size trips, boolean once) {
    boolean isKnown = trips.isZero() || trips.isOne();
    return once && !isKnown ? values.afterAtMostOne() : values.during(trips).after(trips);
  }

  private TypedGraph typeBody(List<TypedValue> state, Optional<Size> limit, boolean once) {
    List<TypedValue> inputs = new ArrayList<>();
    Scalar iteration = Scalar.of(once ? Size.ZERO : iteration(limit));
    inputs.add(
        TypedValue.computed(
            Inferred.of(TensorValue.of(ElementType.INT64, declaredDims(0), List.of(iteration)))));
    inputs.add(
        TypedValue.computed(
            Inferred.of(
                TensorValue.of(ElementType.BOOL, declaredDims(1), List.of(Scalar.of(true))))));
    inputs.addAll(state);
    return typing.typeBody(node, body, typing.bodyPath(node, "body"), inputs);
  }

  /** The number of any iteration, from 0. */
  private Size iteration(Optional<Size> limit) {
    String name = scope.inside(0);
    return Size.of(
        limit
            .filter(size -> !size.isAtLeast(ENDLESS))
            .map(size -> size.minus(Size.ONE).max(Size.ZERO))
            .map(last -> Symbol.dataDependent(name, scope.reason(), last))
            .orElseGet(() -> Symbol.dataDependent(name, scope.reason())));
  }

  /** Iteration number and condition are scalars, or vectors of one element if the body says so. */
  private long[] declaredDims(int input) {
    boolean isVector =
        input < body.inputs().size()
            && body.inputs().get(input).type() instanceof TensorType tensor
            && tensor.shape().hasRank()
            && tensor.shape().rank() == 1;
    return isVector ? new long[] {1} : new long[0];
  }

  private Size trips(Optional<Size> limit, TypedGraph typed) {
    Optional<Boolean> starts =
        call.hasInput(1)
            ? call.value(1).filter(value -> value.size() == 1).flatMap(v -> v.at(0).asBoolean())
            : Optional.of(true);
    if (starts.isPresent() && !starts.get()) {
      return Size.ZERO;
    }
    Optional<Boolean> goesOn =
        typed
            .outputs()
            .get(0)
            .inferred()
            .value()
            .filter(value -> value.size() == 1)
            .flatMap(value -> value.at(0).asBoolean());
    boolean limited = limit.isPresent() && !limit.get().isAtLeast(ENDLESS);
    boolean isExact = goesOn.orElse(false) || (limited && Size.ONE.isAtLeast(limit.get()));
    if (limited && isExact && starts.isPresent()) {
      return limit.get().max(Size.ZERO);
    }
    boolean endsAfterFirst = goesOn.isPresent() && !goesOn.get();
    boolean isAllowed =
        !call.hasInput(0) || limit.filter(size -> size.isAtLeast(Size.ONE)).isPresent();
    if (endsAfterFirst && isAllowed && starts.isPresent()) {
      return Size.ONE;
    }
    return limited
        ? call.freshSize(
            0, "trips", "the loop may end before its trip count", limit.get().max(Size.ZERO))
        : call.freshSize(0, "trips", "the trip count of the loop is not known");
  }

  private static ValueType stacked(ValueType type, Size trips) {
    if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return type;
    }
    List<Size> dims = new ArrayList<>();
    dims.add(trips);
    dims.addAll(tensor.shape().dims());
    return new TensorType(tensor.element(), Shape.of(dims));
  }
}
