package io.modelcounter.core.operator.text;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * TfIdfVectorizer (ONNX, TfIdfVectorizer): [C] or [N, C] words or numbers give [D] or [N, D] counts
 * of the n-grams of a pool, weighted or not; D is the greatest index of an n-gram and one.
 *
 * <p>One addition an n-gram that is found, one multiplication a count if the mode has weights. At
 * most every place of the input starts an n-gram of every length and every distance of words:
 *
 * <pre>
 * most = elements * (max_gram_length - min_gram_length + 1) * (max_skip_count + 1)
 * </pre>
 */
final class NgramCount extends NamedOperator {

  NgramCount() {
    super("TfIdfVectorizer");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() > 2) {
      throw new InvalidNodeException("the input is " + input + ", expected [C] or [N, C]");
    }
    List<Size> dims = new ArrayList<>(2);
    if (input.rank() == 2) {
      dims.add(input.dim(0));
    }
    dims.add(counts(call.attributes()));
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(dims)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Attributes attributes = call.attributes();
    Size elements = call.shape(0).elements();
    Size lengths =
        Size.of(attributes.requiredInteger("max_gram_length"))
            .minus(Size.of(attributes.requiredInteger("min_gram_length")))
            .plus(Size.ONE);
    Size distances = Size.of(attributes.requiredInteger("max_skip_count")).plus(Size.ONE);
    Work low = weighting(call);
    Work high =
        low.and(
            WorkKind.ADD,
            ElementType.FLOAT32,
            Size.product(List.of(elements, lengths, distances)).max(Size.ZERO));
    Formula formula =
        Formula.of("elements * lengths * distances")
            .where("elements", "words of the input", elements)
            .where("lengths", "lengths of n-grams", lengths)
            .where("distances", "distances between the words of an n-gram", distances);
    return Cost.between(low, high, formula, "how many n-grams are found depends on the input");
  }

  private static Work weighting(Call call) {
    return call.attributes().text("mode", "TF").equals("TF")
        ? Work.NONE
        : Work.of(WorkKind.MULTIPLY, ElementType.FLOAT32, call.outputShape(0).elements());
  }

  private static Size counts(Attributes attributes) {
    long[] indexes =
        attributes
            .integers("ngram_indexes")
            .filter(list -> list.length > 0)
            .orElseThrow(() -> new InvalidNodeException("attribute \"ngram_indexes\" is missing"));
    return Size.of(Arrays.stream(indexes).max().orElseThrow()).plus(Size.ONE);
  }
}
