package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * A layer of the experts: positions of its weight [experts, rows, columns], its bias and, where
 * weights are quantized, their scale and zero point.
 *
 * @param weight position of the weight
 * @param bias position of the bias
 * @param scale position of the scale
 * @param zeroPoint position of the zero point
 */
record Layer(int weight, int bias, int scale, int zeroPoint) {
  private static final int NONE = -1;
  private static final int BITS_OF_BYTE = 8;

  /** A layer whose weights are not quantized. */
  static Layer plain(int weight, int bias) {
    return new Layer(weight, bias, NONE, NONE);
  }

  /** A layer whose weights are quantized. */
  static Layer quantized(int weight, int bias, int scale, int zeroPoint) {
    return new Layer(weight, bias, scale, zeroPoint);
  }

  boolean isQuantized() {
    return scale != NONE;
  }

  /** Tells whether an input belongs to the layer. */
  boolean has(int input) {
    return input == weight || input == bias || input == scale || input == zeroPoint;
  }

  /** Weights of one expert. */
  Size weightsOfExpert(Call call) {
    Shape shape = call.shape(weight);
    if (shape.rank() != 3) {
      throw new InvalidNodeException(
          "input " + weight + " is " + shape + ", expected [experts, rows, columns]");
    }
    Size stored = shape.elements(1, 3);
    return isQuantized() ? stored.times(elementsOfByte(call)) : stored;
  }

  /** Weights that stand together in one byte. */
  long elementsOfByte(Call call) {
    return switch (quantization(call)) {
      case "fp8" -> 1;
      case "fp4", "nvfp4", "wfp4afp8" -> 2;
      default -> BITS_OF_BYTE / bits(call);
    };
  }

  /** Tells whether a zero point is subtracted; integers have one even where none is given. */
  boolean shifts(Call call) {
    return quantization(call).equals("int");
  }

  private static String quantization(Call call) {
    return call.attributes().text("quant_type", "int");
  }

  private static long bits(Call call) {
    long bits = call.attributes().integer("expert_weight_bits", 4);
    if (bits < 1 || BITS_OF_BYTE % bits != 0) {
      throw new InvalidNodeException("expert_weight_bits is " + bits + ", expected 2, 4 or 8");
    }
    return bits;
  }
}
