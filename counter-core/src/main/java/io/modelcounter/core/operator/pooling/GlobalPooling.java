package io.modelcounter.core.operator.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.Collections;
import java.util.List;

/**
 * GlobalAveragePool, GlobalMaxPool and GlobalLpPool (ONNX): X [N, C, D1 … Dn] gives Y [N, C, 1 …
 * 1], one window per image and channel.
 */
final class GlobalPooling extends NamedOperator {
  private static final int LEAST_RANK = 2;

  private final PoolingKind kind;

  GlobalPooling(String name, PoolingKind kind) {
    super(name);
    this.kind = kind;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Images images = Images.of(call, LEAST_RANK);
    Shape output = images.resized(Collections.nCopies(images.axes(), Size.ONE));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Shape input = Images.of(call, LEAST_RANK).shape();
    return kind.cost(call, input.elements(0, 2), input.elements(2, input.rank()));
  }
}
