package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * MultiHeadAttention and DecoderMaskedMultiHeadAttention (ONNX Runtime, contrib operators):
 * attention of queries, keys and values that were projected before, with a cache of keys and values
 * [batch, heads, positions, size].
 *
 * <p>The bias of the projection, if it is given, is added to queries, keys and values; to keys and
 * values of a cache it was added before.
 */
final class MultiHeadAttention extends NamedOperator {

  /**
   * Positions of the inputs behind queries, keys and values.
   *
   * @param bias bias of the projection
   * @param mask mask that hides
   * @param added mask that is added
   * @param cache keys of the cache
   * @param lengthShares whether the length alone says that past and present share a buffer
   */
  record Places(int bias, int mask, int added, KeyCache cache, boolean lengthShares) {}

  private final Places places;

  private MultiHeadAttention(String name, Places places) {
    super(Contrib.operator(name));
    this.places = places;
  }

  static MultiHeadAttention ofAnyLength() {
    return new MultiHeadAttention(
        "MultiHeadAttention", new Places(3, 4, 5, new KeyCache(6, 4, 8), true));
  }

  static MultiHeadAttention ofOneStep() {
    return new MultiHeadAttention(
        "DecoderMaskedMultiHeadAttention", new Places(10, 3, 4, new KeyCache(5, 4, 7), false));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    HeadedInputs inputs = HeadedInputs.of(call);
    Size present = places.cache().present(call, sharesBuffer(call), inputs.newKeys());
    ElementType type = call.element(0);
    return List.of(
        Inferred.tensor(type, inputs.output()),
        Inferred.tensor(type, inputs.presentKey(present)),
        Inferred.tensor(type, inputs.presentValue(present)),
        Inferred.tensor(type, scores(call, inputs)));
  }

  @Override
  public Cost count(Call call) {
    HeadedInputs inputs = HeadedInputs.of(call);
    ElementType type = call.element(0);
    KeyRange keys = places.cache().keys(call, sharesBuffer(call), inputs.newKeys());
    ScoreSteps steps =
        ScoreSteps.of(call)
            .adding(call.hasInput(places.added()))
            .hiding(call.hasInput(places.mask()))
            .hiding(call.attributes().integer("unidirectional", 0) != 0);
    Work biased = BiasWork.of(call, places.bias(), type, inputs.projected());
    return steps.assuming(
        keys.cost(
            number -> biased.plus(steps.work(inputs.product(number), type)),
            inputs.product(keys.most()).formula()));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == places.bias() ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private Shape scores(Call call, HeadedInputs inputs) {
    Size keys = places.cache().keys(call, sharesBuffer(call), inputs.newKeys(), 3);
    return Shape.of(
        inputs.query().batch(), inputs.query().heads(), inputs.query().positions(), keys);
  }

  private boolean sharesBuffer(Call call) {
    return places.lengthShares()
        ? call.hasInput(places.cache().lengthInput())
        : call.attributes().integer("past_present_share_buffer", 0) != 0;
  }
}
