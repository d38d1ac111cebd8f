package io.modelcounter.core.operator.text;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;
import java.util.Optional;

/** StringConcat (ONNX, StringConcat): X and Y broadcast and are joined element by element. */
final class StringConcat extends FreeOperator {

  StringConcat() {
    super(TextOperators.REASON, "StringConcat");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        ElementwiseValues.binary(
            call,
            ElementType.STRING,
            Broadcasting.broadcast(call.shape(0), call.shape(1)),
            StringConcat::join));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.STRING, Shape.unknownRank(reason)));
  }

  private static Scalar join(Scalar a, Scalar b) {
    Optional<String> left = a.asText();
    Optional<String> right = b.asText();
    return left.isPresent() && right.isPresent()
        ? Scalar.text(left.get() + right.get())
        : Scalar.UNKNOWN;
  }
}
