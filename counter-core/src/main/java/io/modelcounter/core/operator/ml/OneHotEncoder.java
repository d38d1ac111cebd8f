package io.modelcounter.core.operator.ml;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * OneHotEncoder (ONNX, ai.onnx.ml): every element becomes a row with a 1 in the place of its
 * category, along a new last axis.
 */
final class OneHotEncoder extends FreeOperator {

  OneHotEncoder() {
    super("categories are looked up, nothing is computed", Ml.operator("OneHotEncoder"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    List<Size> dims = new ArrayList<>(call.shape(0).dims());
    dims.add(Size.of(categories(call.attributes())));
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(dims)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.unknownRank(reason)));
  }

  private static int categories(Attributes attributes) {
    int texts = attributes.texts("cats_strings").map(List::size).orElse(0);
    return texts > 0 ? texts : Ml.length(attributes, "cats_int64s");
  }
}
