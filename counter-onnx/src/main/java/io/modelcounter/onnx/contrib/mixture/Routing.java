package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * How tokens go to experts.
 *
 * @param tokens number of tokens
 * @param hidden elements of a token
 * @param experts number of experts
 * @param chosen experts that a token uses
 */
record Routing(Size tokens, Size hidden, Size experts, Size chosen) {

  /**
   * Reads the tokens [tokens, hidden] or [batch, positions, hidden], and the attribute {@code k}.
   *
   * @param call the call
   * @param router position of the probabilities [tokens, experts]
   */
  static Routing of(Call call, int router) {
    Shape input = call.shape(0);
    Shape probabilities = call.shape(router);
    if (input.rank() < 2 || input.rank() > 3 || probabilities.rank() != 2) {
      throw new InvalidNodeException(
          "the tokens are "
              + input
              + " and their probabilities "
              + probabilities
              + ", expected [tokens, hidden] and [tokens, experts]");
    }
    long chosen = call.attributes().integer("k", 1);
    if (chosen < 1) {
      throw new InvalidNodeException("k is " + chosen + ", expected at least 1");
    }
    return new Routing(
        input.elements(0, input.rank() - 1), input.dim(-1), probabilities.dim(1), Size.of(chosen));
  }

  /** How often an expert is used, over all tokens. */
  Size uses() {
    return tokens.times(chosen);
  }

  /** Experts that are used at least once, if tokens use different ones. */
  Size expertsUsed() {
    return experts.min(uses());
  }

  /** Columns of a weight that meets all elements of a token. */
  Size perHidden(Size weights) {
    return hidden.isZero()
        ? Size.ZERO
        : weights.divideExactly(hidden).orElseGet(() -> weights.floorDiv(hidden));
  }
}
