package io.modelcounter.onnx.contrib.text;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * WordConvEmbedding (com.microsoft, WordConvEmbedding): the characters of words [words, length] are
 * looked up in a table [characters, size]; a filter [filters, 1, window, size] with a bias and a
 * hyperbolic tangent runs over them, and the greatest result of a word is kept: [words, filters].
 *
 * <pre>
 * MACs = words * (length - window + 1) * window * size * filters
 * </pre>
 */
final class WordConvEmbedding extends NamedOperator {
  private static final int FILTER = 1;
  private static final int TABLE = 3;

  WordConvEmbedding() {
    super(Contrib.operator("WordConvEmbedding"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(call.element(FILTER), Shape.of(words(call).dim(0), filter(call).dim(0))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(FILTER), Shape.unknownRank(reason)));
  }

  private static Shape words(Call call) {
    Shape words = call.shape(0);
    if (words.rank() != 2) {
      throw new InvalidNodeException("the words are " + words + ", expected [words, length]");
    }
    return words;
  }

  private static Shape filter(Call call) {
    Shape filter = call.shape(FILTER);
    if (filter.rank() != 4) {
      throw new InvalidNodeException(
          "the filter is " + filter + ", expected [filters, 1, window, size]");
    }
    return filter;
  }

  @Override
  public Cost count(Call call) {
    Shape words = words(call);
    Shape filter = filter(call);
    Shape table = call.shapeIfKnown(TABLE);
    Size size = filter.dim(3);
    if (table.hasRank() && table.rank() == 2) {
      size = Dimensions.agreed(size, table.dim(1), "the size of a character");
    }
    Size window = filter.dim(2);
    if (window.isGreaterThan(words.dim(1))) {
      throw new InvalidNodeException(
          "a window of " + window + " does not fit into words of " + words.dim(1));
    }
    ElementType type = call.element(FILTER);
    Size places = words.dim(1).minus(window).plus(Size.ONE).max(Size.ONE);
    MatrixProduct product =
        new MatrixProduct(words.dim(0), places, window.times(size), filter.dim(0));
    Size kept = words.dim(0).times(filter.dim(0));
    Work work =
        product
            .work(type)
            .and(WorkKind.BIAS_ADD, type, product.sums())
            .and(WorkKind.HYPERBOLIC, type, product.sums())
            .and(WorkKind.COMPARE, type, product.sums().minus(kept));
    Formula formula =
        Formula.of("words * places * window * size * filters")
            .where("words", "words", words.dim(0))
            .where("places", "places of the filter on a word", places)
            .where("window", "characters under the filter", window)
            .where("size", "size of a character's vector", size)
            .where("filters", "filters", filter.dim(0));
    return Cost.of(work, formula)
        .assuming("Every word has as many characters as there is room for.");
  }

  @Override
  public InputRole role(Call call, int input) {
    return input >= FILTER && input <= TABLE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
