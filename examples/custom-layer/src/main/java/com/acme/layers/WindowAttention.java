package com.acme.layers;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Self-attention within windows: tokens are cut into windows of equal length, and a token meets
 * only those of its window.
 *
 * <pre>
 * Y = com.acme:WindowAttention(X, Wqkv, Wout)
 *   X, Y      [batch, tokens, channels]
 *   Wqkv      [channels, 3 * channels]   makes queries, keys and values
 *   Wout      [channels, channels]       merges the heads
 *   heads     attribute, divides the channels
 *   window    attribute, tokens of a window; the last window is filled up
 * </pre>
 */
final class WindowAttention extends NamedOperator {
  static final OperatorRange OPERATOR = OperatorRange.of("com.acme", "WindowAttention");

  WindowAttention() {
    super(OPERATOR);
  }

  /** Y is like X. */
  @Override
  public List<Inferred> outputs(Call call) {
    Shape tokens = call.shape(0, 3);
    requireRows("Wqkv", call.shape(1, 2), tokens.dim(2));
    requireRows("Wout", call.shape(2, 2), tokens.dim(2));
    return List.of(Inferred.tensor(call.element(0), tokens));
  }

  /** Even where Wqkv is not known, Y is like X. */
  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Shape tokens = call.shape(0, 3);
    Size window = Size.of(positive(call, "window"));
    Size windows = tokens.dim(0).times(tokens.dim(1).ceilDiv(window));
    long heads = positive(call, "heads");
    Size headSize = Dimensions.part(tokens.dim(2), heads, "heads");

    MatrixProduct project = MatrixProduct.of(tokens, call.shape(1, 2));
    AttentionProduct attend =
        new AttentionProduct(windows, Size.of(heads), window, window, headSize, headSize);
    MatrixProduct merge = MatrixProduct.of(tokens, call.shape(2, 2));

    ElementType type = call.element(0);
    Work work =
        project
            .work(type)
            .plus(attend.products(type))
            .plus(attend.softmax(type))
            .plus(merge.work(type));
    Formula formula =
        Formula.of("project + windows * window^2 * 2 * channels + merge")
            .where("project", "products of tokens with Wqkv", project.multiplyAdds())
            .where("windows", "windows of all sequences", windows)
            .where("window", "tokens of a window", window)
            .where("channels", "channels of a token", tokens.dim(2))
            .where("merge", "products of tokens with Wout", merge.multiplyAdds());
    return Cost.of(work, formula)
        .assuming("Positions that fill up the last window are computed as all others.");
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.CONSTANT : InputRole.PARAMETER;
  }

  private static long positive(Call call, String attribute) {
    long value = call.attributes().requiredInteger(attribute);
    if (value < 1) {
      throw new InvalidNodeException(
          "attribute \"" + attribute + "\" is " + value + ", expected at least 1");
    }
    return value;
  }

  private static void requireRows(String name, Shape weight, Size channels) {
    Dimensions.agreed(
        weight.dim(0),
        channels,
        () -> name + " is " + weight + ", but the tokens have " + channels + " channels");
  }
}
