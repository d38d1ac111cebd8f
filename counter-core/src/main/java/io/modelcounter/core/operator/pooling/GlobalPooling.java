package io.modelcounter.core.operator.pooling;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * GlobalAveragePool, GlobalMaxPool and GlobalLpPool (ONNX): X [N, C, D1 … Dn] gives Y [N, C, 1 …
 * 1], one window per image and channel.
 */
final class GlobalPooling implements Operator {
  private final String name;
  private final PoolingKind kind;

  GlobalPooling(String name, PoolingKind kind) {
    this.name = name;
    this.kind = kind;
  }

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx(name));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() < 2) {
      throw new InvalidNodeException("input is " + input + ", expected a rank of at least 2");
    }
    List<Size> dims = new ArrayList<>(input.dims().subList(0, 2));
    dims.addAll(Collections.nCopies(input.rank() - 2, Size.ONE));
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    return kind.cost(call, input.elements(0, 2), input.elements(2, input.rank()));
  }
}
