package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.List;

/**
 * A function of two elements whose result has their type: A and B broadcast to C (ONNX, Add, Sub,
 * Mul, Div, BitwiseAnd and others).
 *
 * <p>One unit of work an output element.
 */
final class BinaryFunction extends NamedOperator {

  /** Works out one element. */
  interface Function {
    /** Value of the function for two elements of the given type. */
    Scalar apply(ElementType type, Scalar a, Scalar b);
  }

  private final ElementWork work;
  private final InputRole role;
  private final Function function;

  private BinaryFunction(String name, WorkKind kind, InputRole role, Function function) {
    super(name);
    this.work = ElementWork.of(kind);
    this.role = role;
    this.function = function;
  }

  BinaryFunction(String name, WorkKind kind, Function function) {
    this(name, kind, InputRole.CONSTANT, function);
  }

  /** A function whose operands may be learned. */
  static BinaryFunction ofOperands(String name, WorkKind kind, Function function) {
    return new BinaryFunction(name, kind, InputRole.OPERAND, function);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = OperandType.of(call);
    Shape shape = Operands.shapeOfPair(call);
    return List.of(
        ElementwiseValues.ofAll(
            Operands.pair(call),
            type,
            shape,
            operands -> function.apply(type, operands.get(0), operands.get(1))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(OperandType.of(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return work.cost(OperandType.of(call), call.outputShape(0).elements());
  }

  @Override
  public InputRole role(Call call, int input) {
    return role;
  }
}
