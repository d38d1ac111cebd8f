package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * OneHotEncoder (ONNX, ai.onnx.ml): every element becomes a row with a 1 in the place of its
 * category, along a new last axis.
 */
final class OneHotEncoder implements Operator {
  private static final List<OperatorRange> OPERATORS = Ml.operator("OneHotEncoder");
  private static final Cost FREE = Cost.free("categories are looked up, nothing is computed");

  @Override
  public List<OperatorRange> operators() {
    return OPERATORS;
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

  @Override
  public Cost count(Call call) {
    return FREE;
  }

  private static int categories(Attributes attributes) {
    int texts = attributes.texts("cats_strings").map(List::size).orElse(0);
    return texts > 0 ? texts : Ml.length(attributes, "cats_int64s");
  }
}
