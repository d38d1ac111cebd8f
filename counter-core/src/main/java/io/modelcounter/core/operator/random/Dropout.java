package io.modelcounter.core.operator.random;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DropoutWork;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
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

  Dropout() {
    super("Dropout");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred data = call.input(0);
    Shape shape = call.shapeIfKnown(0);
    boolean passes = !DropoutWork.trains(call, TRAINING).orElse(true);
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
    Optional<Boolean> trains = DropoutWork.trains(call, TRAINING);
    return trains.isPresent() && !trains.get()
        ? DropoutWork.PASSED_ON
        : DropoutWork.cost(trains, ElementWork.NONE, call.element(0), call.shape(0).elements());
  }

  @Override
  public Traffic traffic(Call call) {
    boolean passes = !DropoutWork.trains(call, TRAINING).orElse(true) && !call.hasOutput(1);
    return passes ? Traffic.NONE : super.traffic(call);
  }
}
