package io.modelcounter.spi;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the work of one operator family. */
public interface LayerCounter {

  /**
   * Operators and versions that this counter serves.
   *
   * @return at least one range
   */
  List<OperatorRange> operators();

  /**
   * Tells whether this counter wants a certain call of an operator that it serves; one that
   * declines passes the node on.
   *
   * @param call the node with the types of its outputs
   * @return true by default
   */
  default boolean handles(Call call) {
    return true;
  }

  /**
   * Counts one execution.
   *
   * @param call the node with the types of its outputs
   * @return the work with its formula, free, or unknown; never a negative amount
   * @throws InvalidNodeException if the node contradicts the operator
   * @throws UnknownInputException (from accessors of the call) if a needed shape is unknown; the
   *     engine then takes the cost as unknown
   */
  Cost count(Call call);

  /**
   * Says what a stored tensor in a certain place is to the operator.
   *
   * @param call the node with the types of its outputs
   * @param input position of the input
   * @return by default {@link InputRole#CONSTANT}
   */
  default InputRole role(Call call, int input) {
    return InputRole.CONSTANT;
  }

  /**
   * Elements that a stored tensor in a certain place stands for, where the operator reads it as
   * packed: several narrow elements in one of a wider type, blocks with padding, scales among the
   * weights. Parameters are counted so; bytes are always those of the tensor.
   *
   * @param call the node with the types of its outputs
   * @param input position of the input
   * @return how many elements the whole input stands for; empty by default, which means as many as
   *     its type says
   */
  default Optional<Size> logicalElements(Call call, int input) {
    return Optional.empty();
  }

  /**
   * Bytes that one execution moves; by default all inputs are read and all outputs written.
   *
   * @param call the node with the types of its outputs
   * @return the traffic
   */
  default Traffic traffic(Call call) {
    List<Amount> read = new ArrayList<>();
    for (int i = 0; i < call.inputCount(); i++) {
      if (call.hasInput(i)) {
        read.add(bytes(call.type(i)));
      }
    }
    List<Amount> written = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      if (call.hasOutput(i)) {
        written.add(bytes(call.outputType(i)));
      }
    }
    return new Traffic(Amount.sum(read), Amount.sum(written));
  }

  /**
   * Bytes of working memory that one execution needs beside its inputs and outputs.
   *
   * @param call the node with the types of its outputs
   * @return by default none
   */
  default Size scratchBytes(Call call) {
    return Size.ZERO;
  }

  /**
   * Bytes that a value takes, elements packed.
   *
   * @param type type of the value
   * @return the bytes; unknown if the shape or the width of an element is not known
   */
  static Amount bytes(ValueType type) {
    if (type instanceof TensorType tensor) {
      Shape shape = tensor.shape();
      return shape.hasRank()
          ? Amount.unlessTooComplex(() -> tensor.element().bytes(shape.elements()))
          : Amount.unknown(shape.unknownReason().orElse("the shape is unknown"));
    }
    if (type instanceof SparseTensorType sparse) {
      return Amount.unknown("how many elements of " + sparse.text() + " are stored is not known");
    }
    return Amount.unknown("the size of a value of type " + type.text() + " is not known");
  }
}
