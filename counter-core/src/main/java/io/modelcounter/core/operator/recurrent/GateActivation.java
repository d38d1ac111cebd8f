package io.modelcounter.core.operator.recurrent;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.DIVIDE;
import static io.modelcounter.cost.WorkKind.EXP;
import static io.modelcounter.cost.WorkKind.HYPERBOLIC;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.NEGATE;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.symbolic.Size;
import java.util.Locale;

/** The activation functions that recurrent layers may name (ONNX, RNN). */
enum GateActivation {
  RELU(COMPARE),
  TANH(HYPERBOLIC),
  SIGMOID(ElementWork.SIGMOID),
  AFFINE(MULTIPLY, ADD),
  LEAKYRELU(COMPARE, MULTIPLY),
  THRESHOLDEDRELU(COMPARE),
  SCALEDTANH(MULTIPLY, HYPERBOLIC, MULTIPLY),
  HARDSIGMOID(MULTIPLY, ADD, COMPARE, COMPARE),
  ELU(COMPARE, EXP, ADD, MULTIPLY),
  /** Absolute value, add, divide. */
  SOFTSIGN(NEGATE, ADD, DIVIDE),
  SOFTPLUS(EXP, ADD, LOG);

  @SuppressWarnings("ImmutableEnumChecker") // an ElementWork never changes
  private final ElementWork work;

  GateActivation(WorkKind... operations) {
    this(ElementWork.of(operations));
  }

  GateActivation(ElementWork work) {
    this.work = work;
  }

  /**
   * Finds an activation by its name, in upper or lower case.
   *
   * @throws InvalidNodeException if there is none of that name
   */
  static GateActivation named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (GateActivation activation : values()) {
      if (activation.name().equals(upper)) {
        return activation;
      }
    }
    throw new InvalidNodeException(
        "activation \""
            + name
            + "\" does not exist, expected Relu, Tanh, Sigmoid, Affine,"
            + " LeakyRelu, ThresholdedRelu, ScaledTanh, HardSigmoid, Elu, Softsign or Softplus");
  }

  /** Work on a number of elements. */
  Work work(ElementType type, Size elements) {
    return work.times(type, elements);
  }
}
