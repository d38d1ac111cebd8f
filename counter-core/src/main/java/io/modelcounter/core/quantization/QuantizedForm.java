package io.modelcounter.core.quantization;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operator on quantized tensors that does what an operator on floats does.
 *
 * @param operator the operator on quantized tensors
 * @param operands how many inputs of the operator on floats come with a scale and a zero point
 * @param biasFirst whether a bias, which is the input behind the operands, stands before the scale
 *     of the result and not behind its zero point
 */
record QuantizedForm(OperatorId operator, int operands, boolean biasFirst) {
  private static final String CONTRIB = "com.microsoft";
  private static final AttributeValue UNSCALED = AttributeValue.of(1.0);

  private static final Map<String, QuantizedForm> FORMS =
      Map.of(
          "Conv", new QuantizedForm(OperatorId.onnx("QLinearConv", 10), 2, false),
          "MatMul", new QuantizedForm(OperatorId.onnx("QLinearMatMul", 10), 2, false),
          "Gemm", contrib("QGemm", 2, true),
          "Add", contrib("QLinearAdd", 2, false),
          "Mul", contrib("QLinearMul", 2, false),
          "AveragePool", contrib("QLinearAveragePool", 1, false),
          "GlobalAveragePool", contrib("QLinearGlobalAveragePool", 1, false),
          "LeakyRelu", contrib("QLinearLeakyRelu", 1, false),
          "Sigmoid", contrib("QLinearSigmoid", 1, false));

  private static QuantizedForm contrib(String name, int operands, boolean biasFirst) {
    return new QuantizedForm(new OperatorId(CONTRIB, name, 1), operands, biasFirst);
  }

  /** The form of a node, if there is an operator that does the same on quantized tensors. */
  static Optional<QuantizedForm> of(Node node) {
    if (!node.operator().domain().equals(OperatorId.ONNX) || node.outputs().size() != 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(FORMS.get(node.operator().name())).filter(form -> fits(node));
  }

  /** A bias that is scaled has no place in the operator on quantized tensors. */
  private static boolean fits(Node node) {
    return node.attributes().find("beta").map(UNSCALED::equals).orElse(true);
  }

  /**
   * Inputs of the operator on quantized tensors.
   *
   * @param operands the operands
   * @param bias the quantized bias; empty if there is none
   * @param result scale and zero point of the result
   */
  List<String> inputs(List<Quantized> operands, String bias, Quantized result) {
    List<String> inputs = new ArrayList<>();
    for (Quantized operand : operands) {
      inputs.addAll(List.of(operand.tensor(), operand.scale(), operand.zeroPoint()));
    }
    if (biasFirst) {
      inputs.add(bias);
    }
    inputs.addAll(List.of(result.scale(), result.zeroPoint()));
    if (!biasFirst && !bias.isEmpty()) {
      inputs.add(bias);
    }
    return inputs;
  }
}
