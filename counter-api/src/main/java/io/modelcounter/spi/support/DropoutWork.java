package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/**
 * Work of a dropout (ONNX, Dropout): none at inference; in training an element is compared with the
 * ratio and multiplied by its mask and by the scale.
 */
public final class DropoutWork {
  /** What numbers rest on that take random numbers as given; counters say it with their cost. */
  public static final String DRAWING = "Drawing uniform random numbers is not counted.";

  /** Cost of passing the input on. */
  public static final Cost PASSED_ON = Cost.free("dropout passes its input on at inference");

  private DropoutWork() {}

  /**
   * Tells whether a node asks for training.
   *
   * @param call the call
   * @param input position of the optional input that asks for it
   * @return false if the input is absent; empty if its value is not known
   */
  public static Optional<Boolean> trains(Call call, int input) {
    if (!call.hasInput(input)) {
      return Optional.of(false);
    }
    return call.value(input)
        .filter(value -> value.size() == 1)
        .map(TensorValue::elements)
        .flatMap(elements -> elements.get(0).asBoolean());
  }

  /**
   * Cost of a dropout and of what is done beside it.
   *
   * @param trains whether training is asked for; empty if that is not known
   * @param beside what is done in any case, for example the addition of a bias
   * @param type element type
   * @param elements number of elements
   * @return the cost: without training, with it, or between both
   */
  public static Cost cost(
      Optional<Boolean> trains, ElementWork beside, ElementType type, Size elements) {
    if (trains.isPresent() && !trains.get()) {
      return beside.total().isZero() ? PASSED_ON : beside.cost(type, elements);
    }
    Cost cost = beside.and(WorkKind.COMPARE, 1).and(WorkKind.MULTIPLY, 2).cost(type, elements);
    if (trains.isEmpty()) {
      cost =
          Cost.between(
              beside.times(type, elements),
              cost.low(),
              cost.formula(),
              "whether dropout trains is not known");
    }
    return cost.assuming(DRAWING);
  }
}
