package io.modelcounter.core.convention;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * onnx-tool (commit 00f5f0a0): "one MAC is a multiplication and an addition, every other
 * instruction is one too", with fixed weights for what takes several instructions.
 *
 * <p>A tensor without dimensions has no elements for it, and operators of one axis more or less
 * than it expects go wrong in ways that are left out here.
 */
final class OnnxToolConvention extends OperatorConvention {
  /** MACs for each element of the result. */
  private static final Map<String, Integer> PER_ELEMENT =
      Map.ofEntries(
          Map.entry("Abs", 1),
          Map.entry("Add", 1),
          Map.entry("And", 1),
          Map.entry("Atan", 64),
          Map.entry("BatchNormalization", 31),
          Map.entry("Ceil", 1),
          Map.entry("Clip", 2),
          Map.entry("Cos", 39),
          Map.entry("CumSum", 1),
          Map.entry("DequantizeLinear", 2),
          Map.entry("Div", 4),
          Map.entry("Elu", 35),
          Map.entry("Equal", 1),
          Map.entry("Exp", 32),
          Map.entry("Floor", 1),
          Map.entry("Gelu", 34),
          Map.entry("Greater", 1),
          Map.entry("GreaterOrEqual", 1),
          Map.entry("HardSigmoid", 4),
          Map.entry("HardSwish", 5),
          Map.entry("InstanceNormalization", 7),
          Map.entry("LeakyRelu", 2),
          Map.entry("Less", 1),
          Map.entry("LessOrEqual", 1),
          Map.entry("Log", 43),
          Map.entry("LogSoftmax", 80),
          Map.entry("LpNormalization", 33),
          Map.entry("Max", 1),
          Map.entry("Min", 1),
          Map.entry("Mod", 1),
          Map.entry("Mul", 1),
          Map.entry("Neg", 1),
          Map.entry("NonZero", 1),
          Map.entry("Not", 1),
          Map.entry("Or", 1),
          Map.entry("PRelu", 2),
          Map.entry("Pow", 32),
          Map.entry("QuantizeLinear", 2),
          Map.entry("Reciprocal", 4),
          Map.entry("Relu", 1),
          Map.entry("Round", 1),
          Map.entry("Sigmoid", 32),
          Map.entry("Sign", 1),
          Map.entry("Sin", 39),
          Map.entry("Softmax", 36),
          Map.entry("Softplus", 76),
          Map.entry("Sqrt", 24),
          Map.entry("Sub", 1),
          // Counted twice: a ratio of two operations a result.
          Map.entry("Tanh", 76),
          Map.entry("Xor", 1));

  private static final Set<String> FREE =
      Set.of(
          "ArgMax",
          "ArrayFeatureExtractor",
          "Cast",
          "Compress",
          "Concat",
          "Constant",
          "ConstantOfShape",
          "DepthToSpace",
          "Dropout",
          "Erf",
          "Expand",
          "Flatten",
          "Gather",
          "GatherElements",
          "GatherND",
          "GridSample",
          "Hardmax",
          "Identity",
          "NonMaxSuppression",
          "OneHot",
          "Pad",
          "RandomNormalLike",
          "RandomUniformLike",
          "Range",
          "Reshape",
          "RoiAlign",
          "ScatterElements",
          "ScatterND",
          "Shape",
          "Slice",
          "Split",
          "Squeeze",
          "Tile",
          "TopK",
          "Transpose",
          "Trilu",
          "Unsqueeze",
          "Where",
          "ZipMap");

  OnnxToolConvention() {
    super("onnx-tool", "MACs of onnx-tool: every instruction is one", rules(), FREE);
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    PER_ELEMENT.forEach((name, macs) -> rules.put(name, layer -> out(layer).times(macs)));
    rules.put("Sum", layer -> out(layer).times(layer.layer().inputCount() - 1L));
    rules.put("LRN", layer -> out(layer).times(37 + layer.integer("size", 0)));
    for (String name : Set.of("Conv", "ConvTranspose")) {
      rules.put(name, OnnxToolConvention::convolution);
    }
    rules.put("QLinearConv", layer -> quantizedConvolution(layer, 3, 8));
    rules.put("ConvInteger", layer -> quantizedConvolution(layer, 1, Integer.MAX_VALUE));
    for (String name : Set.of("Gemm", "MatMul", "MatMulInteger")) {
      rules.put(name, OnnxToolConvention::product);
    }
    rules.put(
        "QLinearMatMul", layer -> layer.in().times(layer.shape(3).dim(layer.shape(3).rank() - 1)));
    rules.put("Einsum", OnnxToolConvention::einsum);
    for (String name : Set.of("AveragePool", "MaxPool")) {
      rules.put(name, layer -> out(layer).times(layer.window()));
    }
    rules.put("GlobalAveragePool", layer -> layer.in().plus(out(layer).times(4)));
    rules.put(
        "LayerNormalization",
        layer -> {
          Shape shape = layer.shape(0);
          int axis = Math.toIntExact(layer.integer("axis", -1));
          Size reduced = shape.dim(axis < 0 ? axis + shape.rank() : axis);
          return layer.in().times(7).plus(layer.in().times(29).floorDiv(reduced));
        });
    for (String name : Set.of("ReduceMean", "ReduceSum", "ReduceMin", "ReduceMax", "ReduceProd")) {
      rules.put(name, LayerSizes::in);
    }
    rules.put("ReduceL2", layer -> layer.in().times(25));
    for (String name : Set.of("Resize", "Upsample")) {
      rules.put(name, layer -> out(layer).times(interpolation(layer)));
    }
    rules.put("LSTM", layer -> recurrence(layer, 4 + 3 * 32 + 2 * 38 + 4));
    rules.put("GRU", layer -> recurrence(layer, 3 + 2 * 32 + 38 + 5));
    return rules;
  }

  /** Elements of the result; none for a tensor without dimensions. */
  private static Size out(LayerSizes layer) {
    return layer.outShape().rank() == 0 ? Size.ZERO : layer.out();
  }

  /** Goes by the result and the first dimension of the weights also where it is transposed. */
  private static Size convolution(LayerSizes layer) {
    Shape weights = layer.shape(1);
    Size products = layer.out().times(weights.elements(1, weights.rank()));
    return layer.layer().hasInput(2) ? products.plus(layer.out()) : products;
  }

  private static Size quantizedConvolution(LayerSizes layer, int weightInput, int biasInput) {
    Shape weights = layer.shape(weightInput);
    Size products = layer.out().times(weights.elements(1, Math.min(weights.rank(), 4)));
    return layer.layer().hasInput(biasInput) ? products.plus(layer.out()) : products;
  }

  /** A third input is taken for a bias, also where it is a zero point. */
  private static Size product(LayerSizes layer) {
    Shape first = layer.shape(0);
    boolean transposed = layer.integer("transA", 0) != 0;
    Size inner = first.dim(transposed ? 0 : first.rank() - 1);
    Size products = out(layer).times(inner);
    return layer.layer().hasInput(2) ? products.plus(out(layer)) : products;
  }

  /** Product of the sizes of all labels of the first two operands; a third one is overlooked. */
  private static Size einsum(LayerSizes layer) {
    String[] operands =
        layer.text("equation", "").replace(" ", "").split("->", -1)[0].split(",", -1);
    Map<Character, Size> labels = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(2, operands.length); i++) {
      if (operands[i].contains(".")) {
        throw new UnknownInputException("onnx-tool fails on an ellipsis in an einsum");
      }
      for (int axis = 0; axis < operands[i].length(); axis++) {
        labels.put(operands[i].charAt(axis), layer.shape(i).dim(axis));
      }
    }
    return Size.product(labels.values());
  }

  private static long interpolation(LayerSizes layer) {
    return switch (layer.mode().toLowerCase(Locale.ROOT)) {
      case "linear", "bilinear" -> 4;
      case "cubic" -> 8;
      default -> 0;
    };
  }

  /** Work at the gates is not multiplied by the directions. */
  private static Size recurrence(LayerSizes layer, long perHidden) {
    if (!layer.layer().hasInput(3)) {
      throw new UnknownInputException("onnx-tool fails on recurrent layers without a bias");
    }
    Size steps = layer.shape(0).dim(0).times(layer.shape(0).dim(1));
    Size weights = layer.elements(1).plus(layer.elements(2)).plus(layer.elements(3));
    return steps.times(weights).plus(steps.times(layer.shape(2).dim(2)).times(perHidden));
  }
}
