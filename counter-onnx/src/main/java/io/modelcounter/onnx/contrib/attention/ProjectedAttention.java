package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * An attention that projects its input [batch, positions, input size] with one weight [input size,
 * hidden + hidden + value hidden] first, and may keep keys and values in one tensor [2, batch,
 * heads, positions, size].
 *
 * <p>The projection is a matrix product with a bias; with {@code do_rotary} queries and keys are
 * rotated. With {@code past_present_share_buffer} the cache is as long as its buffer, however much
 * of it is filled.
 */
abstract class ProjectedAttention extends NamedOperator {
  /** Position of the merged weight. */
  static final int WEIGHT = 1;

  /** Position of the bias of the projection. */
  static final int BIAS = 2;

  /** A position at which no operator has an input. */
  static final int NONE = Integer.MAX_VALUE;

  /**
   * Positions of inputs that not all have in one place.
   *
   * @param mask mask that hides
   * @param added mask that is added
   * @param cache cache of keys and values
   */
  record Places(int mask, int added, KeyCache cache) {}

  private final Places places;

  ProjectedAttention(List<OperatorRange> operators, Places places) {
    super(operators);
    this.places = places;
  }

  /** Element type of queries, keys and values. */
  abstract ElementType type(Call call);

  /** Work of the projection. */
  abstract Work projection(Call call, MergedProjection projection);

  @Override
  public List<Inferred> outputs(Call call) {
    MergedProjection projection = MergedProjection.of(call, 3);
    Shape input = call.shape(0);
    Shape present =
        Shape.of(
            Size.of(2),
            input.dim(0),
            Size.of(projection.heads()),
            places.cache().present(call, sharesBuffer(call), input.dim(1)),
            projection.keySize());
    return List.of(
        Inferred.tensor(type(call), input.withDim(2, projection.valueHidden())),
        Inferred.tensor(type(call), present));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Inferred unknown = Inferred.tensor(type(call), Shape.unknownRank(reason));
    return List.of(unknown, unknown);
  }

  @Override
  public Cost count(Call call) {
    MergedProjection projection = MergedProjection.of(call, 3);
    Shape input = call.shape(0);
    KeyRange keys = places.cache().keys(call, sharesBuffer(call), input.dim(1));
    ElementType type = type(call);
    ScoreSteps steps =
        ScoreSteps.of(call)
            .adding(call.hasInput(places.added()))
            .hiding(call.hasInput(places.mask()))
            .hiding(call.attributes().integer("unidirectional", 0) != 0);
    Work projected = projection(call, projection).plus(rotation(call, projection, type));
    AttentionProduct largest = projection.attention(input.dim(0), input.dim(1), keys.most());
    Cost cost =
        keys.cost(
            number ->
                projected.plus(
                    steps.work(projection.attention(input.dim(0), input.dim(1), number), type)),
            projection.formula(largest));
    return steps.assuming(cost);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static Work rotation(Call call, MergedProjection projection, ElementType type) {
    if (call.attributes().integer("do_rotary", 0) == 0) {
      return Work.NONE;
    }
    long part = call.attributes().integer("rotary_embedding_dim", 0);
    Size ofHead = part > 0 ? Size.of(part) : projection.keySize();
    Size rotated =
        Size.product(
            List.of(Size.of(2), projection.positions(), Size.of(projection.heads()), ofHead));
    return RotaryEmbedding.ROTATED.times(type, rotated);
  }

  private static boolean sharesBuffer(Call call) {
    return call.attributes().integer("past_present_share_buffer", 0) != 0;
  }
}
