package io.modelcounter.model;

/**
 * Identity of a model-local function.
 *
 * @param domain domain; the empty text stands for {@value OperatorId#ONNX}
 * @param name function name
 * @param overload overload, usually empty
 */
public record FunctionId(String domain, String name, String overload) {

  /**
   * Makes an identity.
   *
   * @param domain domain
   * @param name function name
   * @param overload overload
   */
  public FunctionId {
    if (domain.isEmpty()) {
      domain = OperatorId.ONNX;
    }
  }

  /**
   * The function that a node calls if the model has it.
   *
   * @param node a node
   * @return the identity
   */
  public static FunctionId calledBy(Node node) {
    return new FunctionId(node.operator().domain(), node.operator().name(), node.overload());
  }

  @Override
  public String toString() {
    return domain + ":" + name + (overload.isEmpty() ? "" : ":" + overload);
  }
}
