package io.modelcounter.spi.support;

import io.modelcounter.cost.Traffic;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Traffic of operators that read only a part of some inputs, such as the rows of a table. */
public final class PartialReads {
  private PartialReads() {}

  /**
   * Traffic of a call that writes all its outputs.
   *
   * @param call the call with the types of its outputs
   * @param part bytes read of the input at a position, or empty if all of it is read
   * @return the traffic
   */
  public static Traffic traffic(Call call, IntFunction<Optional<Amount>> part) {
    List<Amount> read = new ArrayList<>();
    for (int i = 0; i < call.inputCount(); i++) {
      if (call.hasInput(i)) {
        int input = i;
        read.add(part.apply(i).orElseGet(() -> LayerCounter.bytes(call.type(input))));
      }
    }
    List<Amount> written = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      if (call.hasOutput(i)) {
        written.add(LayerCounter.bytes(call.outputType(i)));
      }
    }
    return new Traffic(Amount.sum(read), Amount.sum(written));
  }
}
