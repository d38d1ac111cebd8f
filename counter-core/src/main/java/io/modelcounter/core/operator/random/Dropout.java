package io.modelcounter.core.operator.random;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dropout (ONNX, Dropout): passes its input on at inference.
 *
 * <p>Since version 12 an input may ask for training; an element then takes a comparison and two
 * multiplications. The mask is of the data's type before version 10 and boolean since.
 */
final class Dropout extends NamedOperator {
  private static final int TRAINING = 2;
  private static final int MASK_IS_BOOLEAN = 10;
  private static final ElementWork DROPPED =
      ElementWork.of(WorkKind.COMPARE, WorkKind.MULTIPLY, WorkKind.MULTIPLY);
  private static final Cost PASSED_ON = Cost.free("dropout passes its input on at inference");

  Dropout() {
    super("Dropout");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred data = call.input(0);
    Shape shape = call.shapeIfKnown(0);
    boolean passes = !trains(call).orElse(true);
    List<Inferred> outputs = new ArrayList<>(2);
    outputs.add(passes ? data : Inferred.of(data.type()));
    if (call.outputCount() > 1) {
      ElementType mask = call.version() < MASK_IS_BOOLEAN ? call.element(0) : ElementType.BOOL;
      outputs.add(Inferred.of(new TensorType(mask, shape)));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    Optional<Boolean> trains = trains(call);
    if (trains.isPresent() && !trains.get()) {
      return PASSED_ON;
    }
    Size elements = call.shape(0).elements();
    ElementType type = call.element(0);
    Cost cost = DROPPED.cost(type, elements);
    if (trains.isEmpty()) {
      Work most = DROPPED.times(type, elements);
      cost = Cost.between(Work.NONE, most, cost.formula(), "whether dropout trains is not known");
    }
    return cost.assuming(Distribution.DRAWING);
  }

  @Override
  public Traffic traffic(Call call) {
    boolean passes = !trains(call).orElse(true) && !call.hasOutput(1);
    return passes ? Traffic.NONE : super.traffic(call);
  }

  /** Whether training is asked for; empty if the answer is not known. */
  private static Optional<Boolean> trains(Call call) {
    if (!call.hasInput(TRAINING)) {
      return Optional.of(false);
    }
    return call.value(TRAINING)
        .filter(value -> value.size() == 1)
        .map(TensorValue::elements)
        .flatMap(elements -> elements.get(0).asBoolean());
  }
}
