package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.OptionalType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import java.util.List;

/** OptionalGetElement (ONNX, OptionalGetElement): the value that is there. */
final class OptionalGetElement extends ReferenceOperator {

  OptionalGetElement() {
    super("OptionalGetElement");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred input = call.input(0);
    return List.of(
        input.type() instanceof OptionalType optional ? Inferred.of(optional.element()) : input);
  }
}
