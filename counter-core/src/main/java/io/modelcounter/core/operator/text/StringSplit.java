package io.modelcounter.core.operator.text;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * StringSplit (ONNX, StringSplit): the parts of every text along a new last axis, as long as the
 * most parts, and the number of parts of every text as int64.
 */
final class StringSplit extends FreeOperator {
  private static final String REASON = "into how many parts the texts fall is not known";

  StringSplit() {
    super(TextOperators.REASON, "StringSplit");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    List<Size> dims = new ArrayList<>(input.dims());
    dims.add(mostParts(call, input));
    return List.of(
        Inferred.tensor(ElementType.STRING, Shape.of(dims)),
        ElementwiseValues.unary(call, 0, ElementType.INT64, text -> parts(call, text)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return List.of(
        Inferred.tensor(ElementType.STRING, unknown), Inferred.tensor(ElementType.INT64, unknown));
  }

  private static Size mostParts(Call call, Shape input) {
    if (input.elements().isZero()) {
      return Size.ZERO;
    }
    Optional<Size> most = call.value(0).flatMap(texts -> mostParts(call, texts));
    if (most.isPresent()) {
      return most.get();
    }
    OptionalLong splits = splits(call);
    return splits.isPresent()
        ? call.freshSize(0, "parts", REASON, Size.of(splits.getAsLong()).plus(Size.ONE))
        : call.freshSize(0, "parts", REASON);
  }

  private static Optional<Size> mostParts(Call call, TensorValue texts) {
    Size most = Size.ZERO;
    for (Scalar text : texts.elements()) {
      Optional<Size> parts = parts(call, text).asSize();
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      most = most.max(parts.get());
    }
    return Optional.of(most);
  }

  private static Scalar parts(Call call, Scalar element) {
    Optional<String> text = element.asText();
    if (text.isEmpty()) {
      return Scalar.UNKNOWN;
    }
    String delimiter = call.attributes().text("delimiter", "");
    long parts = delimiter.isEmpty() ? words(text.get()) : 1 + count(text.get(), delimiter);
    OptionalLong splits = splits(call);
    return Scalar.of(splits.isPresent() ? Math.min(parts, splits.getAsLong() + 1) : parts);
  }

  private static OptionalLong splits(Call call) {
    OptionalLong splits = call.attributes().integer("maxsplit");
    return splits.isPresent() && splits.getAsLong() >= 0 ? splits : OptionalLong.empty();
  }

  private static long words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+", -1).length;
  }

  private static long count(String text, String delimiter) {
    long count = 0;
    int from = text.indexOf(delimiter);
    while (from >= 0) {
      count++;
      from = text.indexOf(delimiter, from + delimiter.length());
    }
    return count;
  }
}
