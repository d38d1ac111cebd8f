package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * GreedySearch and Sampling (ONNX Runtime, contrib operators): one sequence for every prompt,
 * [batch, length]; Sampling also gives the scores that it drew from.
 */
final class GreedySearch extends GenerationSearch {

  GreedySearch() {
    super("GreedySearch", "Sampling");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size batch = batch(call);
    return outputs(Shape.of(batch, maxLength(call)), Shape.of(batch, words(call, 1)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return outputs(Shape.unknownRank(reason), Shape.unknownRank(reason));
  }

  private static List<Inferred> outputs(Shape sequences, Shape scores) {
    return List.of(
        Inferred.tensor(ElementType.INT32, sequences),
        Inferred.tensor(ElementType.FLOAT32, scores));
  }
}
