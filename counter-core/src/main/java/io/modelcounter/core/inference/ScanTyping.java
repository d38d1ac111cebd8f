package io.modelcounter.core.inference;

import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Scan (ONNX, Scan): the body is executed once for every slice of its scan inputs; in version 8
 * also for every member of a batch.
 */
final class ScanTyping {
  private final GraphTyping typing;
  private final Node node;
  private final Call call;
  private final boolean batched;
  private final int firstInput;
  private final int states;
  private final int scans;
  private final Graph body;

  ScanTyping(GraphTyping typing, Node node, Call call, List<TypedValue> inputs) {
    this.typing = typing;
    this.node = node;
    this.call = call;
    this.batched = call.version() < 9;
    this.firstInput = batched ? 1 : 0;
    this.scans = Math.toIntExact(call.attributes().requiredInteger("num_scan_inputs"));
    this.states = inputs.size() - firstInput - scans;
    this.body = ControlFlow.requiredGraph(call, "body");
    if (scans < 1 || states < 0 || body.outputs().size() < states) {
      throw new InvalidNodeException(
          "num_scan_inputs is "
              + scans
              + " with "
              + inputs.size()
              + " inputs and a body of "
              + body.outputs().size()
              + " outputs");
    }
  }

  ControlFlow.Result type() {
    Size trips = Size.ONE;
    List<TypedValue> slices = new ArrayList<>();
    for (int i = 0; i < scans; i++) {
      Shape shape = call.shape(firstInput + states + i);
      int axis = inputAxis(i, shape.rank());
      trips = i == 0 ? shape.dim(axis) : trips;
      List<Size> dims = new ArrayList<>(shape.dims());
      dims.remove(axis);
      slices.add(
          TypedValue.computed(
              Inferred.tensor(
                  call.element(firstInput + states + i), Shape.of(withoutBatch(dims)))));
    }
    List<Inferred> initial = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      initial.add(initialState(firstInput + i));
    }
    CarriedTypes types =
        new CarriedTypes(
            initial,
            i -> typing.outputName(node, i),
            "it changes from one iteration of " + node.displayName() + " to the next");
    TypedGraph typed = types.settle(state -> typeBody(state, slices), 0, trips.isOne());
    List<Inferred> outputs = new ArrayList<>();
    for (Inferred state : types.outputs(typed, 0, trips)) {
      outputs.add(batched ? Inferred.of(withBatch(state.type())) : state);
    }
    for (int i = states; i < typed.outputs().size(); i++) {
      outputs.add(Inferred.of(stacked(typed.outputs().get(i).type(), i - states, trips)));
    }
    Size executions = batched ? trips.times(batch()) : trips;
    return new ControlFlow.Result(outputs, List.of(Body.times(typed, Amount.exact(executions))));
  }

  private TypedGraph typeBody(List<Inferred> state, List<TypedValue> slices) {
    List<TypedValue> inputs = new ArrayList<>();
    state.forEach(value -> inputs.add(TypedValue.computed(value)));
    inputs.addAll(slices);
    return typing.typeBody(body, typing.bodyPath(node, "body"), inputs);
  }

  private Inferred initialState(int input) {
    if (!batched) {
      return call.input(input);
    }
    return Inferred.tensor(call.element(input), Shape.of(withoutBatch(call.shape(input).dims())));
  }

  private int inputAxis(int scan, int rank) {
    if (batched) {
      return 1;
    }
    long axis = call.attributes().integers("scan_input_axes").map(axes -> axes[scan]).orElse(0L);
    return Axes.normalize(axis, rank);
  }

  private ValueType stacked(ValueType type, int scanOutput, Size trips) {
    if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return type;
    }
    List<Size> dims = new ArrayList<>(tensor.shape().dims());
    long axis =
        call.attributes().integers("scan_output_axes").map(axes -> axes[scanOutput]).orElse(0L);
    dims.add(Axes.normalize(axis, dims.size() + 1), trips);
    ValueType stacked = new TensorType(tensor.element(), Shape.of(dims));
    return batched ? withBatch(stacked) : stacked;
  }

  private ValueType withBatch(ValueType type) {
    if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return type;
    }
    List<Size> dims = new ArrayList<>();
    dims.add(batch());
    dims.addAll(tensor.shape().dims());
    return new TensorType(tensor.element(), Shape.of(dims));
  }

  private List<Size> withoutBatch(List<Size> dims) {
    return batched ? dims.subList(1, dims.size()) : dims;
  }

  private Size batch() {
    return call.shape(firstInput + states).dim(0);
  }
}
