package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cast and CastLike (ONNX): the same elements in another type.
 *
 * <p>One conversion an element; nothing if the type stays the same.
 */
final class Conversion extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.CONVERT);

  Conversion() {
    super("Cast", "CastLike");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType from = call.element(0);
    ElementType to = target(call);
    return List.of(
        ElementwiseValues.unary(call, 0, to, element -> ScalarArithmetic.cast(element, from, to)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(target(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    ElementType from = call.element(0);
    ElementType to = call.outputElement(0);
    if (from == to && from != ElementType.UNKNOWN) {
      return Cost.free("the element type stays the same");
    }
    return WORK.cost(to, call.outputShape(0).elements());
  }

  private static ElementType target(Call call) {
    if (call.operator().name().equals("CastLike")) {
      return call.element(1);
    }
    Optional<AttributeValue> to = call.attributes().find("to");
    if (to.filter(value -> value.kind() == AttributeValue.Kind.STRING).isPresent()) {
      return named(call.attributes().text("to", ""));
    }
    return ElementTypes.numbered(call.attributes().requiredInteger("to"));
  }

  /** Type that version 1 of Cast gives by the name of a TensorProto.DataType. */
  private static ElementType named(String name) {
    String text =
        switch (name) {
          case "FLOAT" -> "float32";
          case "DOUBLE" -> "float64";
          default -> name.toLowerCase(Locale.ROOT);
        };
    return ElementType.named(text)
        .orElseThrow(
            () -> new InvalidNodeException("to is \"" + name + "\", which is no element type"));
  }
}
