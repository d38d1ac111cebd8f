package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Work;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;

/**
 * What operators on quantized tensors do around the operation itself: their operands are
 * dequantized and the result is quantized (ONNX, QuantizeLinear and DequantizeLinear).
 */
final class Requantization {
  private Requantization() {}

  /** Work of dequantizing an operand whose scale and zero point are the next two inputs. */
  static Work dequantize(Call call, int operand) {
    return Quantization.dequantize(
        call.element(operand + 1), call.shape(operand).elements(), call.hasInput(operand + 2));
  }

  /** Work of quantizing output 0 by a scale and the zero point behind it. */
  static Work quantize(Call call, int scale, Size elements) {
    return Quantization.quantize(
        call.element(scale), call.outputElement(0), elements, call.hasInput(scale + 1));
  }

  /** Operations of {@link #dequantize} an element. */
  static int dequantizing(Call call, int operand) {
    return call.hasInput(operand + 2) ? 2 : 1;
  }

  /** Operations of {@link #quantize} an element. */
  static int quantizing(Call call, int scale) {
    return call.hasInput(scale + 1) ? 5 : 4;
  }
}
