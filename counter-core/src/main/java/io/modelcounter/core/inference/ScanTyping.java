package io.modelcounter.core.inference;

import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final List<TypedValue> inputs;
  private final LoopScope scope;

  ScanTyping(GraphTyping typing, Node node, Call call, List<TypedValue> inputs) {
    this.typing = typing;
    this.node = node;
    this.call = call;
    this.inputs = inputs;
    this.batched = call.version() < 9;
    this.firstInput = batched ? 1 : 0;
    long scanInputs = call.attributes().requiredInteger("num_scan_inputs");
    this.scans = (int) Math.min(Math.max(scanInputs, 0), inputs.size());
    this.states = inputs.size() - firstInput - scans;
    this.body = ControlFlow.requiredGraph(call, "body");
    this.scope = new LoopScope(typing, node, body);
    if (scans < 1 || scans != scanInputs || states < 0 || body.outputs().size() < states) {
      throw new InvalidNodeException(
          "num_scan_inputs is "
              + scanInputs
              + " with "
              + inputs.size()
              + " inputs and a body of "
              + body.outputs().size()
              + " outputs");
    }
  }

  ControlFlow.Result type() {
    List<TypedValue> slices = new ArrayList<>();
    for (int i = 0; i < scans; i++) {
      slices.add(slice(i));
    }
    Size trips = trips();
    List<TypedValue> initial = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      initial.add(initialState(firstInput + i));
    }
    CarriedValues carried =
        new CarriedValues(scope, initial, 0, 0, state -> typeBody(state, slices));
    if (!trips.isOne()) {
      carried.settled().during(trips);
    }
    List<TypedValue> outputs = new ArrayList<>();
    for (TypedValue state : carried.after(trips)) {
      outputs.add(batched ? state.as(withBatch(state.type())) : state);
    }
    TypedGraph typed = carried.typed();
    for (int i = states; i < typed.outputs().size(); i++) {
      TypedValue slice = typed.outputs().get(i);
      ValueType type = scope.outside(scope.outside(i), slice.type());
      outputs.add(slice.as(stacked(type, i - states, trips)));
    }
    Size executions = batched ? trips.times(batch()) : trips;
    return new ControlFlow.Result(outputs, List.of(Body.repeated(typed, Amount.exact(executions))));
  }

  private TypedValue slice(int scan) {
    int input = firstInput + states + scan;
    Shape shape = call.shapeIfKnown(input);
    if (shape.hasRank()) {
      List<Size> dims = new ArrayList<>(shape.dims());
      dims.remove(inputAxis(scan, shape.rank()));
      shape = Shape.of(withoutBatch(dims));
    }
    return inputs.get(input).as(new TensorType(call.element(input), shape));
  }

  /** Length that all scan inputs share; one that is a number says more than one that is not. */
  private Size trips() {
    Optional<Size> known = Optional.empty();
    for (int i = 0; i < scans; i++) {
      Shape shape = call.shapeIfKnown(firstInput + states + i);
      if (!shape.hasRank()) {
        continue;
      }
      Size length = shape.dim(inputAxis(i, shape.rank()));
      if (known.isPresent() && known.get().compare(length) == Comparison.DIFFERENT) {
        throw new InvalidNodeException(
            "its scan inputs have " + known.get() + " and " + length + " slices");
      }
      known = known.filter(size -> !length.isConstant()).or(() -> Optional.of(length));
    }
    return known.orElseGet(
        () -> call.freshSize(0, "trips", "how many slices are scanned is not known"));
  }

  private TypedGraph typeBody(List<TypedValue> state, List<TypedValue> slices) {
    List<TypedValue> given = new ArrayList<>(state);
    given.addAll(slices);
    return typing.typeBody(node, body, typing.bodyPath(node, "body"), given);
  }

  private TypedValue initialState(int input) {
    if (!batched) {
      return inputs.get(input);
    }
    Shape shape = call.shapeIfKnown(input);
    Shape single = shape.hasRank() ? Shape.of(withoutBatch(shape.dims())) : shape;
    return inputs.get(input).as(new TensorType(call.element(input), single));
  }

  private int inputAxis(int scan, int rank) {
    return Axes.normalize(batched ? 1 : axis("scan_input_axes", scan), rank);
  }

  private long axis(String attribute, int index) {
    Optional<long[]> axes = call.attributes().integers(attribute);
    if (axes.isPresent() && axes.get().length <= index) {
      throw new InvalidNodeException(
          attribute + " has " + axes.get().length + " entries, expected one for each tensor");
    }
    return axes.map(all -> all[index]).orElse(0L);
  }

  private ValueType stacked(ValueType type, int scanOutput, Size trips) {
    if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return type;
    }
    List<Size> dims = new ArrayList<>(tensor.shape().dims());
    dims.add(Axes.normalize(axis("scan_output_axes", scanOutput), dims.size() + 1), trips);
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
    if (batched && dims.isEmpty()) {
      throw new InvalidNodeException("an input is a scalar, expected a batch of tensors");
    }
    return batched ? dims.subList(1, dims.size()) : dims;
  }

  private Size batch() {
    Shape shape = call.shapeIfKnown(firstInput + states);
    return shape.hasRank()
        ? shape.dim(0)
        : call.freshSize(0, "batch", "the size of the batch is not known");
  }
}
