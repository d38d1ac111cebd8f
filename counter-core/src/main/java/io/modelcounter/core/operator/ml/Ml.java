package io.modelcounter.core.operator.ml;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** What the operators of the domain have in common. */
final class Ml {
  private static final String DOMAIN = "ai.onnx.ml";

  private Ml() {}

  /** All versions of one operator of the domain. */
  static OperatorRange operator(String name) {
    return OperatorRange.of(DOMAIN, name);
  }

  /** Samples of an input [N, C], or [C] for a single one. */
  static Size samples(Shape input) {
    return requireRows(input).rank() == 1 ? Size.ONE : input.dim(0);
  }

  /** Features of an input [N, C] or [C]. */
  static Size features(Shape input) {
    return requireRows(input).dim(-1);
  }

  /** Length of an attribute that is a list, 0 if it is absent. */
  static int length(Attributes attributes, String integers) {
    return attributes.integers(integers).map(list -> list.length).orElse(0);
  }

  /** Number of labels that one of two attributes lists. */
  static int labels(Attributes attributes, String integers) {
    int texts = attributes.texts("classlabels_strings").map(List::size).orElse(0);
    return texts > 0 ? texts : length(attributes, integers);
  }

  /** Type of the labels: texts if the attribute of texts lists some, otherwise integers. */
  static ElementType labelType(Attributes attributes) {
    return attributes.texts("classlabels_strings").filter(list -> !list.isEmpty()).isPresent()
        ? ElementType.STRING
        : ElementType.INT64;
  }

  /** Outputs of a classifier: the label of every sample and the scores. */
  static List<Inferred> labelsAndScores(Call call, Shape labels, Shape scores) {
    return List.of(
        Inferred.tensor(labelType(call.attributes()), labels),
        Inferred.tensor(ElementType.FLOAT32, scores));
  }

  private static Shape requireRows(Shape input) {
    if (input.rank() == 0) {
      throw new InvalidNodeException("the input is a scalar, expected [N, C] or [C]");
    }
    return input;
  }
}
