package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operator that generates sequences by running graphs in its attributes, one of them once for
 * every token.
 *
 * <p>What these graphs compute hangs on how many tokens they generate and which they meet, so the
 * work is unknown.
 */
abstract class GenerationSearch extends NamedOperator {
  private static final int MAX_LENGTH = 1;
  private static final String LENGTH =
      "the greatest length of a generated sequence is an input whose value is not known";

  GenerationSearch(String... names) {
    super(Contrib.operators(names));
  }

  @Override
  public Cost count(Call call) {
    List<String> graphs =
        Stream.of("encoder", "init_decoder", "decoder")
            .filter(name -> call.attributes().has(name))
            .toList();
    return Cost.unknown(
        "it runs graphs in its attributes ("
            + String.join(", ", graphs)
            + ") as often as the data demand; count them as models of their own");
  }

  /** Sequences that are generated for. */
  static Size batch(Call call) {
    Shape input = call.shape(0);
    return input.rank() == 0 ? Size.ONE : input.dim(0);
  }

  /** Greatest length of a generated sequence, to which all are filled. */
  static Size maxLength(Call call) {
    return Dimensions.given(call, MAX_LENGTH).orElseGet(() -> call.freshSize(0, "length", LENGTH));
  }

  /**
   * Number of words, which the attribute {@code vocab_size} or the decoder's first output says.
   *
   * @param output position of the output that has an axis of words
   */
  static Size words(Call call, int output) {
    long declared = call.attributes().integer("vocab_size", 0);
    return declared > 0
        ? Size.of(declared)
        : call.attributes()
            .graph("decoder")
            .flatMap(GenerationSearch::logits)
            .orElseGet(
                () -> call.freshSize(output, "words", "the decoder does not say how many words"));
  }

  private static Optional<Size> logits(Graph decoder) {
    return decoder.outputs().stream()
        .findFirst()
        .map(output -> output.type())
        .filter(TensorType.class::isInstance)
        .map(type -> ((TensorType) type).shape())
        .filter(shape -> shape.hasRank() && shape.rank() > 0)
        .map(shape -> shape.dim(-1))
        .filter(Size::isConstant);
  }
}
