package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.stream.IntStream;

/** An operator on two quantized operands that broadcast. */
abstract class OperandPair extends NamedOperator {
  private final int right;
  private final int zeroPoint;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param right position of the right operand; the left one is input 0
   * @param zeroPoint how far behind an operand its zero point stands
   */
  OperandPair(String name, int right, int zeroPoint) {
    super(Contrib.operator(name));
    this.right = right;
    this.zeroPoint = zeroPoint;
  }

  /** Element type of the output, by default that of the left operand. */
  ElementType outputType(Call call) {
    return call.element(0);
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape shape = Broadcasting.broadcast(call.shape(0), call.shape(right));
    return List.of(Inferred.tensor(outputType(call), shape));
  }

  @Override
  public final List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(outputType(call), Shape.unknownRank(reason)));
  }

  @Override
  public final InputRole role(Call call, int input) {
    return input == 0 || input == right ? InputRole.OPERAND : InputRole.CONSTANT;
  }

  /** Work of subtracting the zero points of the operands that have one. */
  final Work shifts(Call call) {
    return Quantization.shifts(call, shifted(call));
  }

  /** Elements of the operands that have a zero point. */
  final Size shiftedElements(Call call) {
    return Size.sum(
        IntStream.of(shifted(call)).mapToObj(operand -> call.shape(operand).elements()).toList());
  }

  private int[] shifted(Call call) {
    return IntStream.of(0, right).filter(operand -> call.hasInput(operand + zeroPoint)).toArray();
  }
}
