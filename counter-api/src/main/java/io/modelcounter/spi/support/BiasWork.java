package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;

/** Work of adding a bias that may be absent to sums of products. */
public final class BiasWork {
  private BiasWork() {}

  /**
   * Work of adding the bias.
   *
   * @param call the call
   * @param biasInput position of the bias
   * @param type element type of the sums
   * @param sums number of sums
   * @return one bias addition a sum; none if there is no bias
   */
  public static Work of(Call call, int biasInput, ElementType type, Size sums) {
    return call.hasInput(biasInput) ? Work.of(WorkKind.BIAS_ADD, type, sums) : Work.NONE;
  }
}
