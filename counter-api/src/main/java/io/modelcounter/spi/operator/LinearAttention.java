package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.Heads;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LinearAttention (ONNX, LinearAttention, and the operators of other domains that mean the same): a
 * state [key_size, value_size] per head that every position updates with its key and value and
 * reads with its query.
 *
 * <p>A position takes key_size * value_size multiply-adds a query head for reading, as many a key
 * head for adding key times value, and as many again where the update corrects what the state
 * already holds (delta); a decaying state (gated) is multiplied as a whole. Where there are more
 * key heads than query heads, each of them is read.
 *
 * <p>With the attribute {@code state_window} the state has an axis before all others, for the
 * states after the last positions.
 */
public final class LinearAttention extends NamedOperator {
  private static final int PAST_STATE = 3;
  private static final int DECAY = 4;

  /**
   * Serves an operator.
   *
   * @param operator the operator
   */
  public LinearAttention(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Heads query = heads(call, 0, "q_num_heads");
    Heads key = heads(call, 1, "kv_num_heads");
    Heads value = heads(call, 2, "kv_num_heads");
    Size batch = Dimensions.agreed(query.batch(), key.batch(), "batch size");
    Size keySize = Dimensions.agreed(query.size(), key.size(), "size of a key");
    Size hidden = readers(query, value).times(value.size());
    ElementType type = call.element(call.hasInput(PAST_STATE) ? PAST_STATE : 0);
    Shape state = Shape.of(batch, key.heads(), keySize, value.size());
    return List.of(
        Inferred.tensor(call.element(0), Shape.of(batch, query.positions(), hidden)),
        Inferred.tensor(type, StateWindow.of(call, state)));
  }

  @Override
  public Cost count(Call call) {
    Heads query = heads(call, 0, "q_num_heads");
    Heads value = heads(call, 2, "kv_num_heads");
    Size positions = query.batch().times(query.positions());
    Size state = query.size().times(value.size());
    Size readers = positions.times(readers(query, value));
    Size writers = positions.times(value.heads());
    boolean corrects = updateRule(call).endsWith("delta");
    boolean decays = updateRule(call).startsWith("gated");
    ElementType type = call.element(0);
    Size updates = writers.times(corrects ? 2 : 1);
    Size read = readers.times(value.size());
    Size written = writers.times(value.size());
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, readers.plus(updates).times(state));
    if (!query.size().isZero()) {
      work = work.and(WorkKind.SUM_START, type, corrects ? read.plus(written) : read);
    }
    if (call.attributes().real("scale").orElse(0) != 1) {
      work = work.and(WorkKind.MULTIPLY, type, read);
    }
    if (corrects) {
      work = work.and(WorkKind.ADD, type, written).and(WorkKind.MULTIPLY, type, written);
    }
    if (decays) {
      work =
          work.and(WorkKind.EXP, type, call.shape(DECAY).elements())
              .and(WorkKind.MULTIPLY, type, writers.times(state));
    }
    Formula formula =
        Formula.of("positions * (heads + updates * key_heads) * key_size * value_size")
            .where("positions", "positions of all sequences", positions)
            .where("heads", "heads that read", readers(query, value))
            .where(
                "updates", "products that a state takes for one update", Size.of(corrects ? 2 : 1))
            .where("key_heads", "heads of keys and values", value.heads())
            .where("key_size", "size of a query or key of one head", query.size())
            .where("value_size", "size of a value of one head", value.size());
    return Cost.of(work, formula).assuming("The recurrence is computed position by position.");
  }

  private static Size readers(Heads query, Heads value) {
    return query.heads().max(value.heads());
  }

  private static Heads heads(Call call, int input, String attribute) {
    Shape shape = call.shape(input);
    if (shape.rank() != 3) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected rank 3");
    }
    return Heads.packed(shape, call.attributes().requiredInteger(attribute));
  }

  private static String updateRule(Call call) {
    String rule = call.attributes().text("update_rule", "gated_delta");
    return switch (rule) {
      case "linear", "gated", "delta", "gated_delta" -> rule;
      default ->
          throw new InvalidNodeException(
              "update_rule is \"" + rule + "\", expected linear, gated, delta or gated_delta");
    };
  }
}
