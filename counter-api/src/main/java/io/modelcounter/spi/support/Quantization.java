package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;

/**
 * Work of changing between real numbers and quantized ones (ONNX, QuantizeLinear and
 * DequantizeLinear).
 */
public final class Quantization {
  private static final int BOUNDS = 2;

  private Quantization() {}

  /**
   * Work of {@code saturate(round(x / scale) + zero_point)}: an element takes a division, a
   * rounding, an addition where there is a zero point, and a comparison with either bound. Elements
   * of a floating-point type are converted instead of rounded.
   *
   * @param computed type of the division
   * @param target type of the quantized elements
   * @param elements number of elements
   * @param zeroPoint whether there is a zero point
   * @return the work
   */
  public static Work quantize(
      ElementType computed, ElementType target, Size elements, boolean zeroPoint) {
    return saturate(WorkKind.DIVIDE, computed, target, elements, zeroPoint);
  }

  /**
   * Work of {@code (x - zero_point) * scale}: an element takes a subtraction where there is a zero
   * point, and a multiplication.
   *
   * @param computed type of the result
   * @param elements number of elements
   * @param zeroPoint whether there is a zero point
   * @return the work
   */
  public static Work dequantize(ElementType computed, Size elements, boolean zeroPoint) {
    Work work = Work.of(WorkKind.MULTIPLY, computed, elements);
    return zeroPoint ? work.and(WorkKind.ADD, computed, elements) : work;
  }

  /**
   * Work of bringing integer sums of products to a quantized output: an element is multiplied by
   * the one scale that the scales of operands and output make, then treated as in {@link
   * #quantize}.
   *
   * @param computed type of the scale
   * @param target type of the quantized elements
   * @param elements number of elements
   * @return the work
   */
  public static Work requantize(ElementType computed, ElementType target, Size elements) {
    return saturate(WorkKind.MULTIPLY, computed, target, elements, true);
  }

  private static Work saturate(
      WorkKind scaling,
      ElementType computed,
      ElementType target,
      Size elements,
      boolean zeroPoint) {
    Work work =
        Work.of(scaling, computed, elements)
            .and(target.isFloat() ? WorkKind.CONVERT : WorkKind.ROUND, computed, elements)
            .and(WorkKind.COMPARE, computed, elements.times(BOUNDS));
    return zeroPoint ? work.and(WorkKind.ADD, computed, elements) : work;
  }
}
