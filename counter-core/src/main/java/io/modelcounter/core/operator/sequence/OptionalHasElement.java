package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import java.util.List;
import java.util.Optional;

/** OptionalHasElement (ONNX, OptionalHasElement): whether a value is there. */
final class OptionalHasElement extends ReferenceOperator {
  private static final Inferred UNDECIDED = Inferred.tensor(ElementType.BOOL, Shape.scalar());

  OptionalHasElement() {
    super("OptionalHasElement");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    if (!call.hasInput(0)) {
      return List.of(known(false));
    }
    Optional<List<Inferred>> known = call.input(0).members();
    if (call.type(0) instanceof OptionalType && known.isPresent()) {
      return List.of(known(!known.get().isEmpty()));
    }
    boolean mayBeAbsent =
        call.type(0) instanceof OptionalType || call.type(0) instanceof UnknownType;
    return List.of(mayBeAbsent ? UNDECIDED : known(true));
  }

  private static Inferred known(boolean present) {
    return Inferred.of(TensorValue.scalar(ElementType.BOOL, Scalar.of(present)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(UNDECIDED);
  }
}
