package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.symbolic.Size;

/**
 * Values of the kernel of a support vector machine for every pair of a sample and a support vector
 * of C features (ONNX, ai.onnx.ml, attribute {@code kernel_type}).
 *
 * <pre>
 * LINEAR   u * v                        C multiply-adds
 * POLY     (gamma * u * v + coef0)^d    C multiply-adds, multiplication, addition, power
 * SIGMOID  tanh(gamma * u * v + coef0)  C multiply-adds, multiplication, addition, tangent
 * RBF      exp(-gamma * |u - v|^2)      C multiply-adds, C subtractions, multiplication, exponential
 * </pre>
 */
final class Kernel {
  private static final ElementWork NOTHING = ElementWork.of();
  private static final ElementWork POLYNOMIAL =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.POWER);
  private static final ElementWork SIGMOID =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.HYPERBOLIC);
  private static final ElementWork RADIAL = ElementWork.of(WorkKind.MULTIPLY, WorkKind.EXP);

  private Kernel() {}

  /** Work for all samples and support vectors. */
  static Work work(Call call, ElementType type, Size samples, Size features, Size vectors) {
    MatrixProduct product = new MatrixProduct(Size.ONE, samples, features, vectors);
    String kernel = call.attributes().text("kernel_type", "LINEAR");
    Work work = product.work(type).plus(afterwards(kernel).times(type, product.sums()));
    return kernel.equals("RBF") ? work.and(WorkKind.ADD, type, product.multiplyAdds()) : work;
  }

  private static ElementWork afterwards(String kernel) {
    return switch (kernel) {
      case "LINEAR" -> NOTHING;
      case "POLY" -> POLYNOMIAL;
      case "SIGMOID" -> SIGMOID;
      case "RBF" -> RADIAL;
      default ->
          throw new InvalidNodeException(
              "kernel_type is \"" + kernel + "\", expected LINEAR, POLY, RBF or SIGMOID");
    };
  }
}
