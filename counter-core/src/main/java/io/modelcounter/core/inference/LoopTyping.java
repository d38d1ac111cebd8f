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

  private final GraphTyping typing;
  private final Node node;
  private final Call call;
  private final List<TypedValue> carried;
  private final Graph body;

  LoopTyping(GraphTyping typing, Node node, Call call, List<TypedValue> inputs) {
    this.typing = typing;
    this.node = node;
    this.call = call;
    this.carried = inputs.size() <= 2 ? List.of() : inputs.subList(2, inputs.size());
    this.body = ControlFlow.requiredGraph(call, "body");
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
    List<Inferred> initial = carried.stream().map(TypedValue::inferred).toList();
    Optional<Size> limit = ControlFlow.scalarSize(call, 0);
    boolean once = limit.isPresent() && limit.get().isOne();
    CarriedTypes types = new CarriedTypes(initial, i -> typing.outputName(node, i), reason());
    TypedGraph typed = types.settle(state -> typeBody(state, once), 1, once);
    Size trips = trips(limit, typed);
    List<Inferred> outputs = new ArrayList<>(types.outputs(typed, 1, trips));
    for (int i = carried.size() + 1; i < typed.outputs().size(); i++) {
      outputs.add(Inferred.of(stacked(typed.outputs().get(i).type(), trips)));
    }
    return ControlFlow.Result.computed(outputs, Body.repeated(typed, Amount.exact(trips)));
  }

  private String reason() {
    return "it changes from one iteration of " + node.displayName() + " to the next";
  }

  private TypedGraph typeBody(List<Inferred> state, boolean once) {
    List<TypedValue> inputs = new ArrayList<>();
    long[] iterationDims = declaredDims(0);
    inputs.add(
        TypedValue.computed(
            once
                ? Inferred.of(
                    TensorValue.of(ElementType.INT64, iterationDims, List.of(Scalar.of(0))))
                : Inferred.tensor(ElementType.INT64, Shape.of(iterationDims))));
    inputs.add(
        TypedValue.computed(
            Inferred.of(
                TensorValue.of(ElementType.BOOL, declaredDims(1), List.of(Scalar.of(true))))));
    state.forEach(value -> inputs.add(TypedValue.computed(value)));
    return typing.typeBody(node, body, typing.bodyPath(node, "body"), inputs);
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
