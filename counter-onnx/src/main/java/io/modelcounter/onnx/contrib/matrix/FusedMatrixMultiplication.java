package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.FusedActivation;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * FusedMatMul, TransposeMatMul and FusedMatMulActivation (ONNX Runtime, contrib operators): Y =
 * activation(alpha * A' * B'), where A' and B' are A and B with the last two axes swapped if {@code
 * transA} or {@code transB} ask for it, and with the first axis moved behind the other axes of the
 * batch before if {@code transBatchA} or {@code transBatchB} do.
 *
 * <p>The multiply-adds of MatMul; a multiplication per output element for an alpha other than 1;
 * the activation per output element, or along {@code activation_axis} for Softmax and LogSoftmax.
 */
final class FusedMatrixMultiplication extends MatrixMultiplication {

  FusedMatrixMultiplication() {
    super("FusedMatMul", "TransposeMatMul", "FusedMatMulActivation");
  }

  @Override
  Shape left(Call call) {
    return operand(call, 0, "transA", "transBatchA");
  }

  @Override
  Shape right(Call call) {
    return operand(call, 1, "transB", "transBatchB");
  }

  @Override
  ElementType outputElement(Call call) {
    return OperandType.of(call);
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = product(call);
    ElementType type = OperandType.of(call);
    Work work = product.work(type);
    if (call.attributes().real("alpha").orElse(1) != 1) {
      work = work.and(WorkKind.MULTIPLY, type, product.sums());
    }
    return Cost.of(
        work.plus(activation(call.attributes(), type, call.outputShape(0))), product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }

  private static Work activation(Attributes attributes, ElementType type, Shape output) {
    return switch (attributes.text("activation", "")) {
      case "Softmax" -> SoftmaxWork.softmax(type, rows(attributes, output));
      case "LogSoftmax" -> SoftmaxWork.logSoftmax(type, rows(attributes, output));
      default -> FusedActivation.work(attributes, type, output.elements());
    };
  }

  private static Rows rows(Attributes attributes, Shape output) {
    long axis = attributes.integer("activation_axis", -1);
    return Rows.along(output, Axes.normalize(axis, output.rank()));
  }

  private static Shape operand(Call call, int input, String transposed, String batchTransposed) {
    Shape shape = call.shape(input);
    if (shape.rank() < 2) {
      return shape;
    }
    List<Size> dims = new ArrayList<>(shape.dims());
    int last = dims.size() - 1;
    if (call.attributes().integer(batchTransposed, 0) != 0) {
      dims.add(last - 1, dims.remove(0));
    }
    if (call.attributes().integer(transposed, 0) != 0) {
      dims.add(last - 1, dims.remove(last));
    }
    return Shape.of(dims);
  }
}
