package io.modelcounter.core.operator.text;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * StringNormalizer (ONNX, StringNormalizer): [C] or [1, C] texts lose the stop words and change
 * their case; if none is left, one empty text stands for them.
 */
final class StringNormalizer extends FreeOperator {

  StringNormalizer() {
    super(TextOperators.REASON, "StringNormalizer");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 1 && input.rank() != 2) {
      throw new InvalidNodeException("the texts are " + input + ", expected [C] or [1, C]");
    }
    Optional<List<Scalar>> left = call.value(0).flatMap(value -> normalized(call, value));
    if (left.isPresent()) {
      long[] dims = input.rank() == 1 ? new long[1] : new long[] {1, 1};
      dims[dims.length - 1] = left.get().size();
      return List.of(Inferred.of(TensorValue.of(ElementType.STRING, dims, left.get())));
    }
    return List.of(Inferred.tensor(ElementType.STRING, input.withDim(-1, left(call, input))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.STRING, Shape.unknownRank(reason)));
  }

  private static Size left(Call call, Shape input) {
    Size most = input.dim(-1).max(Size.ONE);
    if (stopWords(call.attributes()).isEmpty()) {
      return most;
    }
    return call.freshSize(0, "count", "how many texts are stop words is not known", most);
  }

  /** The texts that are left; empty if one of them is not known. */
  private static Optional<List<Scalar>> normalized(Call call, TensorValue value) {
    Attributes attributes = call.attributes();
    boolean sensitive = attributes.integer("is_case_sensitive", 0) != 0;
    Set<String> stopWords = new HashSet<>();
    stopWords(attributes).forEach(word -> stopWords.add(folded(word, sensitive)));
    String action = attributes.text("case_change_action", "NONE");
    List<Scalar> left = new ArrayList<>();
    for (Scalar element : value.elements()) {
      Optional<String> text = element.asText();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      if (!stopWords.contains(folded(text.get(), sensitive))) {
        left.add(Scalar.text(changed(text.get(), action)));
      }
    }
    return Optional.of(left.isEmpty() ? List.of(Scalar.text("")) : left);
  }

  private static List<String> stopWords(Attributes attributes) {
    return attributes.texts("stopwords").orElse(List.of());
  }

  private static String folded(String text, boolean sensitive) {
    return sensitive ? text : text.toLowerCase(Locale.ROOT);
  }

  private static String changed(String text, String action) {
    return switch (action) {
      case "LOWER" -> text.toLowerCase(Locale.ROOT);
      case "UPPER" -> text.toUpperCase(Locale.ROOT);
      case "NONE" -> text;
      default ->
          throw new InvalidNodeException(
              "case_change_action is \"" + action + "\", expected LOWER, UPPER or NONE");
    };
  }
}
