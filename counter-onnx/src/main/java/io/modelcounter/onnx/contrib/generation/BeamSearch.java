package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * BeamSearch and WhisperBeamSearch (ONNX Runtime, contrib operators): the best of several sequences
 * for every prompt, [batch, sequences, length], with their scores and those of every step.
 *
 * <p>WhisperBeamSearch also gives the scores between words and frames, and the probability that
 * nobody speaks.
 */
final class BeamSearch extends GenerationSearch {
  private static final int BEAMS = 3;
  private static final int SEQUENCES = 4;
  private static final int LENGTH_PENALTY = 5;
  private static final int DECODER_PROMPT = 10;
  private static final int LAYERS_AND_HEADS = 12;
  private static final String AT_RUN_TIME = "it is an input whose value is not known";
  private static final String IN_DECODER = "it follows from the graph \"decoder\"";

  BeamSearch() {
    super("BeamSearch", "WhisperBeamSearch");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size batch = batch(call);
    Size sequences =
        Dimensions.given(call, SEQUENCES)
            .orElseGet(() -> call.freshSize(0, "sequences", AT_RUN_TIME));
    Size length = maxLength(call);
    Size beams =
        Dimensions.given(call, BEAMS).orElseGet(() -> call.freshSize(2, "beams", AT_RUN_TIME));
    Shape best = Shape.of(batch, sequences);
    Shape steps = Shape.of(steps(call, length), batch, beams, words(call, 2));
    Shape crossed =
        Shape.of(
            batch,
            sequences,
            layersAndHeads(call),
            call.freshSize(3, "length", "the data decide how long the sequences get", length),
            call.freshSize(3, "frames", IN_DECODER));
    ElementType type = scoreType(call);
    return List.of(
        Inferred.tensor(ElementType.INT32, Shape.of(batch, sequences, length)),
        Inferred.tensor(type, best),
        Inferred.tensor(type, steps),
        Inferred.tensor(ElementType.FLOAT32, crossed),
        Inferred.tensor(type, Shape.of(batch)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    ElementType type = scoreType(call);
    return List.of(
        Inferred.tensor(ElementType.INT32, unknown),
        Inferred.tensor(type, unknown),
        Inferred.tensor(type, unknown),
        Inferred.tensor(ElementType.FLOAT32, unknown),
        Inferred.tensor(type, unknown));
  }

  /** Steps that generate a token: those beyond what the decoder is given. */
  private static Size steps(Call call, Size length) {
    if (call.attributes().integer("model_type", 0) == 0) {
      Shape prompt = call.shape(0);
      return prompt.rank() == 2
          ? left(length, prompt.dim(1))
          : call.freshSize(2, "steps", IN_DECODER);
    }
    if (!call.hasInput(DECODER_PROMPT)) {
      return left(length, Size.ONE);
    }
    Shape prompt = call.shapeIfKnown(DECODER_PROMPT);
    return prompt.hasRank() && prompt.rank() == 2
        ? left(length, prompt.dim(1))
        : call.freshSize(2, "steps", "the length of the decoder's prompt is not known");
  }

  private static Size left(Size length, Size prompt) {
    Size left = length.minus(prompt);
    return left.isAtLeast(Size.ZERO) ? left : left.max(Size.ZERO);
  }

  private static Size layersAndHeads(Call call) {
    if (call.hasInput(LAYERS_AND_HEADS)) {
      Shape kept = call.shapeIfKnown(LAYERS_AND_HEADS);
      if (kept.hasRank() && kept.rank() == 2) {
        return kept.dim(0);
      }
    }
    return call.freshSize(3, "heads", IN_DECODER);
  }

  private static ElementType scoreType(Call call) {
    return call.hasInput(LENGTH_PENALTY) ? call.element(LENGTH_PENALTY) : ElementType.FLOAT32;
  }
}
