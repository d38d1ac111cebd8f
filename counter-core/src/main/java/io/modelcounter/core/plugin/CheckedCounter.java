package io.modelcounter.core.plugin;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A counter of others, whose impossible answers are failures. */
record CheckedCounter(LayerCounter counter) implements LayerCounter {
  @Override
  public List<OperatorRange> operators() {
    return counter.operators();
  }

  @Override
  public boolean handles(Call call) {
    return counter.handles(call);
  }

  @Override
  public Cost count(Call call) {
    Cost cost = Objects.requireNonNull(counter.count(call), "count returns null");
    requirePossible(cost.low());
    cost.high().ifPresent(CheckedCounter::requirePossible);
    return cost;
  }

  @Override
  public InputRole role(Call call, int input) {
    return counter.role(call, input);
  }

  @Override
  public Optional<Size> logicalElements(Call call, int input) {
    Optional<Size> elements = counter.logicalElements(call, input);
    elements.ifPresent(amount -> requirePossible("elements of input " + input, amount));
    return elements;
  }

  @Override
  public Traffic traffic(Call call) {
    Traffic traffic = Objects.requireNonNull(counter.traffic(call), "traffic returns null");
    requirePossible("bytes read", traffic.readBytes());
    requirePossible("bytes written", traffic.writeBytes());
    return traffic;
  }

  @Override
  public Size scratchBytes(Call call) {
    Size bytes = Objects.requireNonNull(counter.scratchBytes(call), "scratchBytes returns null");
    requirePossible("bytes of working memory", bytes);
    return bytes;
  }

  private static void requirePossible(Work work) {
    work.amounts().forEach((key, amount) -> requirePossible(key.kind().toString(), amount));
  }

  private static void requirePossible(String what, Amount amount) {
    requirePossible(what, amount.low());
  }

  private static void requirePossible(String what, Size amount) {
    if (Size.ZERO.isGreaterThan(amount)) {
      throw new IllegalStateException(
          "it answers with a negative amount, " + amount + " of " + what);
    }
  }
}
