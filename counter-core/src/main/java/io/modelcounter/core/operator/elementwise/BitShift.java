package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.math.BigInteger;
import java.util.List;

/**
 * BitShift (ONNX, BitShift): shifts the bits of unsigned integers by the second operand.
 *
 * <p>One operation on bits an element.
 */
final class BitShift extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.BITWISE);

  BitShift() {
    super("BitShift");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = OperandType.of(call);
    boolean left = isLeft(call.attributes().text("direction", ""));
    return List.of(
        ElementwiseValues.binary(
            call,
            type,
            Operands.shapeOfPair(call),
            (a, b) ->
                ScalarArithmetic.bits(type, a, b, (bits, by) -> shift(type, bits, by, left))));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(OperandType.of(call), call.outputShape(0).elements());
  }

  private static BigInteger shift(ElementType type, BigInteger bits, BigInteger by, boolean left) {
    int places = by.min(BigInteger.valueOf(type.bits())).intValue();
    return left ? bits.shiftLeft(places) : bits.shiftRight(places);
  }

  private static boolean isLeft(String direction) {
    return switch (direction) {
      case "LEFT" -> true;
      case "RIGHT" -> false;
      default ->
          throw new InvalidNodeException(
              "direction is \"" + direction + "\", expected LEFT or RIGHT");
    };
  }
}
