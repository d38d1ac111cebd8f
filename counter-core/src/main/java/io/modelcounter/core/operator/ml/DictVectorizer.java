package io.modelcounter.core.operator.ml;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DictVectorizer (ONNX, ai.onnx.ml): the values of a map in the order of a vocabulary, as a row.
 */
final class DictVectorizer extends FreeOperator {

  DictVectorizer() {
    super("keys are looked up, nothing is computed", Ml.operator("DictVectorizer"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = Shape.of(Size.ONE, Size.of(words(call.attributes())));
    return List.of(Inferred.tensor(valueType(call.type(0)), shape));
  }

  private static int words(Attributes attributes) {
    int texts = attributes.texts("string_vocabulary").map(List::size).orElse(0);
    return texts > 0 ? texts : Ml.length(attributes, "int64_vocabulary");
  }

  private static ElementType valueType(ValueType type) {
    return type instanceof MapType map && map.value() instanceof TensorType value
        ? value.element()
        : ElementType.UNKNOWN;
  }
}
