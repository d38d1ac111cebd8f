package io.modelcounter.core.operator.elementwise;

import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Broadcasting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The operands of an element-wise operator and their common shape. */
final class Operands {
  /** Version from which operands broadcast in both directions. */
  private static final int BROADCASTING = 7;

  private Operands() {}

  /** Common shape of all inputs. */
  static Shape shape(Call call) {
    Shape shape = call.shape(0);
    for (int i = 1; i < call.inputCount(); i++) {
      shape = Broadcasting.broadcast(shape, call.shape(i));
    }
    return shape;
  }

  /**
   * Common shape of two inputs; before version 7 the second one stretches to the first (ONNX,
   * Add-1, attributes axis and broadcast).
   */
  static Shape shapeOfPair(Call call) {
    requireSecond(call);
    return stretches(call) ? call.shape(0) : Broadcasting.broadcast(call.shape(0), call.shape(1));
  }

  /**
   * Both operands, the second one with trailing axes of size 1 where an old version asks for it.
   */
  static List<Inferred> pair(Call call) {
    OptionalLong axis = call.attributes().integer("axis");
    if (!stretches(call) || axis.isEmpty() || !call.input(1).mayHaveValue()) {
      return List.of(call.input(0), call.input(1));
    }
    int rank = call.shape(0).rank();
    int first = Axes.normalize(axis.getAsLong(), rank);
    Inferred second = call.input(1);
    return List.of(
        call.input(0),
        Inferred.of(second.type())
            .withValue(() -> second.value().map(value -> padded(value, rank - first))));
  }

  /** All inputs that are there. */
  static List<Inferred> all(Call call) {
    List<Inferred> inputs = new ArrayList<>(call.inputCount());
    for (int i = 0; i < call.inputCount(); i++) {
      inputs.add(call.input(i));
    }
    return inputs;
  }

  /** Says that the second operand is absent also where the first one is not known. */
  private static void requireSecond(Call call) {
    if (!call.hasInput(1)) {
      throw new InvalidNodeException(call.operator().name() + " needs two operands");
    }
  }

  private static boolean stretches(Call call) {
    return call.version() < BROADCASTING;
  }

  private static TensorValue padded(TensorValue value, int rank) {
    if (value.rank() >= rank) {
      return value;
    }
    long[] dims = Arrays.copyOf(value.dims(), rank);
    Arrays.fill(dims, value.rank(), rank, 1);
    return value.reshaped(dims);
  }
}
