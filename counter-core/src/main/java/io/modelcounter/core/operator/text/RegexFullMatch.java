package io.modelcounter.core.operator.text;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import java.util.List;

/** RegexFullMatch (ONNX, RegexFullMatch): whether every text matches a pattern. */
final class RegexFullMatch implements Operator {
  private static final List<OperatorRange> OPERATORS =
      List.of(OperatorRange.onnx("RegexFullMatch"));

  @Override
  public List<OperatorRange> operators() {
    return OPERATORS;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(ElementType.BOOL, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    return TextOperators.FREE;
  }
}
