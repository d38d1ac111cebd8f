package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * CastMap (ONNX, ai.onnx.ml): the values of a map in the order of its keys, as one row.
 *
 * <p>One conversion an element.
 */
final class CastMap extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.CONVERT);

  CastMap() {
    super(Ml.operator("CastMap"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Attributes attributes = call.attributes();
    Size length =
        attributes.text("map_form", "DENSE").equals("SPARSE")
            ? Size.of(attributes.integer("max_map", 1))
            : call.freshSize(0, "count", "how many keys the map has is not known");
    return List.of(Inferred.tensor(target(attributes), Shape.of(Size.ONE, length)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(target(call.attributes()), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.outputElement(0), call.outputShape(0).elements());
  }

  private static ElementType target(Attributes attributes) {
    String type = attributes.text("cast_to", "TO_FLOAT");
    return switch (type) {
      case "TO_FLOAT" -> ElementType.FLOAT32;
      case "TO_INT64" -> ElementType.INT64;
      case "TO_STRING" -> ElementType.STRING;
      default ->
          throw new InvalidNodeException(
              "cast_to is \"" + type + "\", expected TO_FLOAT, TO_INT64 or TO_STRING");
    };
  }
}
