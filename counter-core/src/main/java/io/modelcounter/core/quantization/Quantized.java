package io.modelcounter.core.quantization;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import java.util.Optional;
import java.util.Set;

/**
 * A quantized tensor.
 *
 * @param tensor name of the tensor
 * @param scale name of its scale
 * @param zeroPoint name of its zero point; empty if it has none
 */
record Quantized(String tensor, String scale, String zeroPoint) {
  private static final Set<String> DOMAINS = Set.of(OperatorId.ONNX, "com.microsoft");
  private static final AttributeValue NO_BLOCKS = AttributeValue.of(0);

  /** What a node dequantizes, if it is a DequantizeLinear without blocks. */
  static Optional<Quantized> readBy(Node node) {
    return isPlain(node, "DequantizeLinear")
        ? Optional.of(new Quantized(node.inputs().get(0), node.inputs().get(1), zeroPoint(node)))
        : Optional.empty();
  }

  /** What a node gives, if it is a QuantizeLinear without blocks whose zero point has a type. */
  static Optional<Quantized> writtenBy(Node node) {
    return isPlain(node, "QuantizeLinear") && !zeroPoint(node).isEmpty()
        ? Optional.of(new Quantized(node.outputs().get(0), node.inputs().get(1), zeroPoint(node)))
        : Optional.empty();
  }

  private static boolean isPlain(Node node, String name) {
    return node.operator().name().equals(name)
        && DOMAINS.contains(node.operator().domain())
        && node.inputs().size() >= 2
        && node.outputs().size() == 1
        && node.attributes().find("block_size").map(NO_BLOCKS::equals).orElse(true);
  }

  private static String zeroPoint(Node node) {
    return node.inputs().size() > 2 ? node.inputs().get(2) : "";
  }
}
