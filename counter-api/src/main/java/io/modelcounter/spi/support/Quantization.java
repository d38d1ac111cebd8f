package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
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
    return requantize(computed, target, elements, true);
  }

  /**
   * Work of bringing integer sums of products to a quantized output that may have no zero point.
   *
   * @param computed type of the scale
   * @param target type of the quantized elements
   * @param elements number of elements
   * @param zeroPoint whether there is a zero point
   * @return the work
   */
  public static Work requantize(
      ElementType computed, ElementType target, Size elements, boolean zeroPoint) {
    return saturate(WorkKind.MULTIPLY, computed, target, elements, zeroPoint);
  }

  /**
   * Work of quantizing tensors to 8 bits by scales and zero points of their own (ONNX,
   * DynamicQuantizeLinear): the least and the greatest element, 0 among them, take two comparisons
   * an element; the scale of a tensor a subtraction and a division; elements and zero point are
   * quantized alike.
   *
   * @param computed type of the elements
   * @param elements number of elements of all tensors
   * @param tensors number of tensors
   * @return the work
   */
  public static Work quantizeDynamically(ElementType computed, Size elements, Size tensors) {
    return Work.of(WorkKind.COMPARE, computed, elements.times(2))
        .and(WorkKind.ADD, computed, tensors)
        .and(WorkKind.DIVIDE, computed, tensors)
        .plus(quantize(computed, ElementType.UINT8, elements.plus(tensors), true));
  }

  /**
   * Work of bringing integer sums of products to real numbers: a sum is converted and multiplied by
   * the one scale that the scales of both operands make.
   *
   * @param computed type of the result
   * @param sums number of sums
   * @return the work
   */
  public static Work scaleSums(ElementType computed, Size sums) {
    return Work.of(WorkKind.CONVERT, computed, sums).and(WorkKind.MULTIPLY, computed, sums);
  }

  /**
   * Work of subtracting the zero points of quantized operands: one addition an element, in the type
   * of the operand.
   *
   * @param call the call
   * @param operands positions of the operands that have a zero point
   * @return the work
   */
  public static Work shifts(Call call, int... operands) {
    Work work = Work.NONE;
    for (int operand : operands) {
      work = work.and(WorkKind.ADD, call.element(operand), call.shape(operand).elements());
    }
    return work;
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
