package io.modelcounter.core.operator.pooling;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** An operator that pools each of R regions of images [N, C, H, W] to [R, C, h, w]. */
abstract class RegionPooling extends NamedOperator {
  private final int entries;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param entries numbers that describe a region
   */
  RegionPooling(String name, int entries) {
    super(name);
    this.entries = entries;
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape regions = call.shape(1);
    if (input.rank() != 4 || regions.rank() != 2) {
      throw new InvalidNodeException(
          "input is "
              + input
              + " and regions "
              + regions
              + ", expected [N, C, H, W] and [R, "
              + entries
              + "]");
    }
    List<Size> pooled = pooledSizes(call);
    Shape output = Shape.of(regions.dim(0), input.dim(1), pooled.get(0), pooled.get(1));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  /** Height and width of a pooled region. */
  abstract List<Size> pooledSizes(Call call);
}
