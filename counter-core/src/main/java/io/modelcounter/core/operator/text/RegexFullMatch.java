package io.modelcounter.core.operator.text;

import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;

/** RegexFullMatch (ONNX, RegexFullMatch): whether every text matches a pattern. */
final class RegexFullMatch extends FreeOperator {

  RegexFullMatch() {
    super(TextOperators.REASON, "RegexFullMatch");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(ElementType.BOOL, call.shapeIfKnown(0)));
  }
}
