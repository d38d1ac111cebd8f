package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.OptionalType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import java.util.List;

/** Optional (ONNX, Optional): a value that is the input, or absent but of a given type. */
final class OptionalValue extends ReferenceOperator {

  OptionalValue() {
    super("Optional");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    if (call.hasInput(0)) {
      Inferred value = call.input(0);
      return List.of(Inferred.of(new OptionalType(value.type())).withMembers(List.of(value)));
    }
    ValueType type =
        call.attributes()
            .type("type")
            .orElseThrow(
                () ->
                    new InvalidNodeException(
                        "Optional has neither an input nor the attribute \"type\""));
    return List.of(Inferred.of(new OptionalType(type)).withMembers(List.of()));
  }
}
