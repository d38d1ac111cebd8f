package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * NonMaxSuppression (ONNX, NonMaxSuppression): boxes [N, B, 4] and scores [N, C, B] give the
 * selected boxes [count, 3], at most {@code max_output_boxes_per_class} of each class.
 *
 * <p>At least every score is compared with its threshold. At most each of the B boxes of a class is
 * compared with all that are already selected; the overlap of two boxes takes the area of both (two
 * subtractions and a multiplication each), the sides of what they share (four comparisons, two
 * subtractions, two comparisons with 0), its area, the area of both together (an addition and a
 * subtraction), a division and a comparison with the threshold. The sorting of the boxes by their
 * scores is not counted.
 */
final class NonMaxSuppression extends NamedOperator {
  private static final String DATA_DECIDE = "the data decide how many boxes are selected";

  NonMaxSuppression() {
    super("NonMaxSuppression");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape scores = call.shapeIfKnown(1);
    Size count;
    if (scores.hasRank()) {
      requireRank(scores);
      Optional<TensorValue> selected = SelectedBoxes.of(call);
      if (selected.isPresent()) {
        return List.of(Inferred.of(selected.get()));
      }
      Size most = scores.dim(0).times(scores.dim(1)).times(selectedOfClass(call, scores));
      count = most.isZero() ? most : call.freshSize(0, "count", DATA_DECIDE, most);
    } else {
      count = call.freshSize(0, "count", DATA_DECIDE);
    }
    return List.of(Inferred.tensor(ElementType.INT64, Shape.of(count, Size.of(3))));
  }

  /** The most boxes that can be selected of one class; without a limit it is none. */
  private static Size selectedOfClass(Call call, Shape scores) {
    Size boxes = scores.dim(2);
    if (!call.hasInput(2)) {
      return Size.ZERO;
    }
    Optional<TensorValue> limit = call.value(2).filter(value -> value.size() == 1);
    Optional<Size> most = limit.map(value -> value.at(0)).flatMap(Scalar::asSize);
    return most.isPresent() ? boxes.min(most.get()).max(Size.ZERO) : boxes;
  }

  @Override
  public Cost count(Call call) {
    Shape scores = call.shape(1);
    requireRank(scores);
    Size classes = scores.dim(0).times(scores.dim(1));
    Size boxes = scores.dim(2);
    Size selected = selectedOfClass(call, scores);
    Size candidates = classes.times(boxes);
    Size pairs = candidates.times(selected);
    ElementType type = call.element(1);
    Work least = Work.of(WorkKind.COMPARE, type, candidates);
    Work most =
        least
            .and(WorkKind.COMPARE, type, pairs.times(7))
            .and(WorkKind.ADD, type, pairs.times(8))
            .and(WorkKind.MULTIPLY, type, pairs.times(3))
            .and(WorkKind.DIVIDE, type, pairs);
    Formula formula =
        Formula.of("classes * boxes * (1 + 19 * selected)")
            .where("classes", "classes of all images", classes)
            .where("boxes", "boxes of an image", boxes)
            .where("selected", "most boxes selected of a class", selected);
    return Cost.between(least, most, formula, DATA_DECIDE)
        .assuming("Sorting the boxes by their scores is not counted.");
  }

  private static void requireRank(Shape scores) {
    if (scores.rank() != 3) {
      throw new InvalidNodeException("the scores are " + scores + ", expected [N, C, B]");
    }
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(
        Inferred.tensor(
            ElementType.INT64, Shape.of(call.freshSize(0, "count", DATA_DECIDE), Size.of(3))));
  }
}
