package io.modelcounter.onnx.contrib.position;

import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * RelativePositionBias (ONNX Runtime, contrib operators): every pair of query and key takes from a
 * table [buckets, heads] the row of the bucket that its distance falls into.
 */
final class RelativePositionBias extends FreeOperator {
  private static final int TABLE = 0;
  private static final int QUERIES = 1;
  private static final int KEYS = 2;

  RelativePositionBias() {
    super(
        "rows of a table are copied; the buckets are indices",
        Contrib.operator("RelativePositionBias"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape table = call.shape(TABLE);
    if (table.rank() != 2) {
      throw new InvalidNodeException("the table is " + table + ", expected [buckets, heads]");
    }
    Shape shape =
        Shape.of(
            Size.ONE, table.dim(1), length(call, QUERIES, "queries"), length(call, KEYS, "keys"));
    return List.of(Inferred.tensor(call.element(TABLE), shape));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == TABLE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static Size length(Call call, int input, String label) {
    return Dimensions.given(call, input)
        .orElseGet(() -> call.freshSize(0, label, "the length is computed at run time"));
  }
}
