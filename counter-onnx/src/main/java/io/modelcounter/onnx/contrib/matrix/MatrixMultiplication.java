package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/** A product of two tensors by the rule of MatMul (ONNX, MatMul), and something around it. */
abstract class MatrixMultiplication extends NamedOperator {

  /**
   * Serves operators.
   *
   * @param names names of the operators
   */
  MatrixMultiplication(String... names) {
    super(Contrib.operators(names));
  }

  /** Dimensions of the left operand, by default of input 0. */
  Shape left(Call call) {
    return call.shape(0);
  }

  /** Dimensions of the right operand, by default of input 1. */
  Shape right(Call call) {
    return call.shape(1);
  }

  /** Element type of the output. */
  abstract ElementType outputElement(Call call);

  /** The product. */
  final MatrixProduct product(Call call) {
    return MatrixProduct.of(left(call), right(call));
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(left(call), right(call));
    return List.of(Inferred.tensor(outputElement(call), shape));
  }

  @Override
  public final List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(outputElement(call), Shape.unknownRank(reason)));
  }
}
