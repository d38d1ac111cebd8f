package io.modelcounter.spi.support;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operator that moves, repeats or creates elements and computes nothing. */
public abstract class DataMovement extends FreeOperator {

  /**
   * Declares operators of the standard domain free.
   *
   * @param reason why nothing is computed
   * @param names names of the operators
   */
  protected DataMovement(String reason, String... names) {
    super(reason, names);
  }

  /**
   * Declares an operator of any domain free.
   *
   * @param reason why nothing is computed
   * @param operator the operator
   */
  protected DataMovement(String reason, OperatorRange operator) {
    super(reason, operator);
  }

  /**
   * Traffic of an operator that takes from input 0 only as much as it writes.
   *
   * @param call the call with the types of its outputs
   * @return bytes of the outputs and of all inputs but the first as read, of the outputs as written
   */
  protected static Traffic readingWhatItWrites(Call call) {
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

  /**
   * Traffic of an operator that writes output 0 and reads no tensor worth mentioning.
   *
   * @param call the call with the types of its outputs
   * @return bytes of output 0 as written
   */
  protected static Traffic writingOnly(Call call) {
    return new Traffic(Amount.zero(), LayerCounter.bytes(call.outputType(0)));
  }

  /**
   * Output 0: the elements of input 0, in the same order, under other dimensions.
   *
   * @param call the call
   * @param shape the other dimensions
   * @return the output, with its elements where they are known
   */
  protected static Inferred reshaped(Call call, Shape shape) {
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

  /**
   * An output whose elements are some of an input's, so that both are filled with one value.
   *
   * @param input the input
   * @param output the output
   * @return the output, filled as the input is
   */
  protected static Inferred withFillOf(Inferred input, Inferred output) {
    Optional<Scalar> fill = input.fill();
    return fill.isPresent() ? output.filledWith(fill.get()) : output;
  }

  /**
   * Outputs of unknown rank and one element type, as many as the node names.
   *
   * @param call the call
   * @param element their element type
   * @param reason why the rank is not known
   * @return the outputs
   */
  protected static List<Inferred> unknownRank(Call call, ElementType element, String reason) {
    Inferred unknown = Inferred.tensor(element, Shape.unknownRank(reason));
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      outputs.add(unknown);
    }
    return outputs;
  }
}
