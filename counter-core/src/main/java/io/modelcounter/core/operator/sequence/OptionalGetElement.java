package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.OptionalType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import java.util.List;
import java.util.Optional;

/** OptionalGetElement (ONNX, OptionalGetElement): the value that is there. */
final class OptionalGetElement extends ReferenceOperator {

  OptionalGetElement() {
    super("OptionalGetElement");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred input = call.input(0);
    if (!(input.type() instanceof OptionalType optional)) {
      return List.of(input);
    }
    Optional<List<Inferred>> known = input.members();
    if (known.isPresent() && known.get().isEmpty()) {
      throw new InvalidNodeException("the optional value is absent, expected one that is there");
    }
    return List.of(known.map(value -> value.get(0)).orElse(Inferred.of(optional.element())));
  }
}
