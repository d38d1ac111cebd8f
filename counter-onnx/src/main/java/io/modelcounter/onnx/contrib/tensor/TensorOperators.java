package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.operator.Gather;
import io.modelcounter.spi.operator.GatherND;
import io.modelcounter.spi.operator.Pad;
import io.modelcounter.spi.operator.Range;
import io.modelcounter.spi.operator.Trilu;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The tensor family; some operators are those of the standard domain under another name. */
public final class TensorOperators {
  private TensorOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new ExpandDims(),
        new Gather(Contrib.operator("TorchEmbedding")),
        new GatherND(Contrib.operator("GatherND")),
        new Pad(Contrib.operator("Pad")),
        new Range(Contrib.operator("Range")),
        new Trilu(Contrib.operator("Trilu")),
        new UnfoldTensor(),
        new Unique(),
        new Echo());
  }
}
