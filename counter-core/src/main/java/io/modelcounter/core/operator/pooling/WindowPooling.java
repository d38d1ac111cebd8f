package io.modelcounter.core.operator.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * AveragePool, MaxPool and LpPool (ONNX): a window slides over X [N, C, D1 … Dn] and gives Y [N, C,
 * E1 … En]; MaxPool also gives the indices of the largest elements.
 *
 * <p>Every window counts with all its elements, also those in the padding.
 */
final class WindowPooling extends NamedOperator {
  private final PoolingKind kind;

  WindowPooling(String name, PoolingKind kind) {
    super(name);
    this.kind = kind;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Images images = Images.of(call, 3);
    Attributes attributes = call.attributes();
    Window window = Window.of(attributes, Window.kernelShape(attributes, images.axes()));
    return withIndices(call, images.resized(window.outputSizes(images.sizes())));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return withIndices(call, Shape.unknownRank(reason));
  }

  private static List<Inferred> withIndices(Call call, Shape output) {
    Inferred pooled = Inferred.tensor(call.element(0), output);
    return call.outputCount() > 1
        ? List.of(pooled, Inferred.tensor(ElementType.INT64, output))
        : List.of(pooled);
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    List<Size> kernel = Window.kernelShape(call.attributes(), output.rank() - 2);
    return kind.cost(call, output.elements(), Size.product(kernel));
  }
}
