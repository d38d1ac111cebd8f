package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LongformerAttention and QOrderedLongformerAttention (ONNX Runtime, contrib operators; Beltagy and
 * others, "Longformer", 2020): a position of the input [batch, positions, hidden] meets those in a
 * window around it; some positions, which the elements of a tensor name, meet all others and are
 * met by all.
 *
 * <p>There are at least the window and one projection; at most every position meets every other and
 * the projection of those that meet all is computed as well. The quantized operator projects 8-bit
 * integers, brings the sums back to 8 bits, and quantizes its output.
 */
final class LongformerAttention extends NamedOperator {
  private static final String GLOBAL =
      "which positions meet all others is given by the elements of a tensor";

  /**
   * Positions of the inputs.
   *
   * @param weight weight of queries, keys and values
   * @param bias bias of them
   * @param mask mask that hides
   * @param globalWeight weight of those that meet all positions
   * @param globalBias bias of them
   */
  private record Places(int weight, int bias, int mask, int globalWeight, int globalBias) {}

  private final Places places;
  private final boolean quantized;

  private LongformerAttention(String name, Places places, boolean quantized) {
    super(Contrib.operator(name));
    this.places = places;
    this.quantized = quantized;
  }

  static LongformerAttention ofNumbers() {
    return new LongformerAttention("LongformerAttention", new Places(1, 2, 3, 4, 5), false);
  }

  static LongformerAttention ofIntegers() {
    return new LongformerAttention("QOrderedLongformerAttention", new Places(2, 4, 7, 8, 10), true);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 3) {
      throw new InvalidNodeException(
          "input 0 is " + input + ", expected [batch, positions, hidden]");
    }
    long window = call.attributes().requiredInteger("window");
    if (window < 1) {
      throw new InvalidNodeException("window is " + window + ", expected at least 1");
    }
    Size positions = input.dim(1);
    MatrixProduct projection =
        new MatrixProduct(Size.ONE, input.elements(0, 2), input.dim(2), input.dim(2).times(3));
    AttentionProduct inWindow = product(call, input, Size.of(2 * window + 1).min(positions));
    AttentionProduct full = product(call, input, positions);
    ElementType type = quantized ? call.element(places.mask()) : call.element(0);
    ScoreSteps steps = ScoreSteps.of(call).hiding(true);
    Work projected = projection(call, projection, type);
    Work after =
        quantized
            ? Quantization.quantize(type, call.element(0), input.elements(), false)
            : Work.NONE;
    return steps.assuming(
        Cost.between(
            projected.plus(steps.work(inWindow, type)).plus(after),
            projected.plus(projected).plus(steps.work(full, type)).plus(after),
            formula(projection, full),
            GLOBAL));
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean learned =
        input == places.weight()
            || input == places.bias()
            || input == places.globalWeight()
            || input == places.globalBias();
    return learned ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private Work projection(Call call, MatrixProduct product, ElementType type) {
    ElementType biasType = call.element(places.bias());
    Work work = product.work(call.element(0)).and(WorkKind.BIAS_ADD, biasType, product.sums());
    return quantized
        ? work.plus(Quantization.quantize(biasType, call.element(0), product.sums(), false))
            .plus(Quantization.dequantize(type, product.sums(), false))
        : work;
  }

  private static AttentionProduct product(Call call, Shape input, Size keys) {
    long heads = call.attributes().requiredInteger("num_heads");
    Size size = Dimensions.part(input.dim(2), heads, "heads");
    return new AttentionProduct(input.dim(0), Size.of(heads), input.dim(1), keys, size, size);
  }

  private static Formula formula(MatrixProduct projection, AttentionProduct attention) {
    return Formula.of("2 * positions * hidden * 3 * hidden")
        .where("positions", "positions that are projected", projection.rows())
        .where("hidden", "elements of a position", projection.inner())
        .plus(attention.formula());
  }
}
