package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operator that moves, repeats or creates elements and computes nothing. */
abstract class DataMovement extends FreeOperator {

  /**
   * Declares the operators free.
   *
   * @param reason why nothing is computed
   * @param names names of the operators
   */
  DataMovement(String reason, String... names) {
    super(reason, names);
  }

  /** Traffic of an operator that takes from input 0 only as much as it writes. */
  static Traffic readingWhatItWrites(Call call) {
    List<Amount> written = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      if (call.hasOutput(i)) {
        written.add(LayerCounter.bytes(call.outputType(i)));
      }
    }
    Amount writes = Amount.sum(written);
    List<Amount> read = new ArrayList<>();
    read.add(writes);
    for (int i = 1; i < call.inputCount(); i++) {
      if (call.hasInput(i)) {
        read.add(LayerCounter.bytes(call.type(i)));
      }
    }
    return new Traffic(Amount.sum(read), writes);
  }

  /** Traffic of an operator that writes output 0 and reads no tensor worth mentioning. */
  static Traffic writingOnly(Call call) {
    return new Traffic(Amount.zero(), LayerCounter.bytes(call.outputType(0)));
  }

  /** Output 0: the elements of input 0, in the same order, under other dimensions. */
  static Inferred reshaped(Call call, Shape shape) {
    Inferred input = call.input(0);
    Inferred output = Inferred.tensor(call.element(0), shape);
    if (input.mayHaveValue()) {
      Optional<long[]> dims = Elements.followedDims(shape);
      if (dims.isPresent()) {
        int size = Elements.count(dims.get());
        output =
            output.withValue(
                () ->
                    input
                        .value()
                        .filter(value -> value.size() == size)
                        .map(value -> value.reshaped(dims.get())));
      }
    }
    return withFillOf(input, output);
  }

  /** An output whose elements are some of an input's, so that both are filled with one value. */
  static Inferred withFillOf(Inferred input, Inferred output) {
    Optional<Scalar> fill = input.fill();
    return fill.isPresent() ? output.filledWith(fill.get()) : output;
  }

  /** Outputs of unknown rank and one element type, as many as the node names. */
  static List<Inferred> unknownRank(Call call, ElementType element, String reason) {
    Inferred unknown = Inferred.tensor(element, Shape.unknownRank(reason));
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      outputs.add(unknown);
    }
    return outputs;
  }
}
