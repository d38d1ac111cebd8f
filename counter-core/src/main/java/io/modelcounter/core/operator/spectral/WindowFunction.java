package io.modelcounter.core.operator.spectral;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * HannWindow, HammingWindow and BlackmanWindow (ONNX, operators of these names): a constant and one
 * or two cosines of the position.
 *
 * <p>A cosine takes a multiplication for its angle, itself, a multiplication by its coefficient and
 * an addition.
 */
final class WindowFunction extends NamedOperator {
  private static final ElementWork COSINE =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.TRIGONOMETRIC, WorkKind.MULTIPLY, WorkKind.ADD);

  private final int cosines;

  WindowFunction(String name, int cosines) {
    super(name);
    this.cosines = cosines;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = Shape.of(Scalars.integerOrFresh(call, 0, "size"));
    return List.of(Inferred.tensor(type(call), shape));
  }

  @Override
  public Cost count(Call call) {
    Size size = call.outputShape(0).dim(0);
    return COSINE.cost(type(call), size.times(cosines));
  }

  private static ElementType type(Call call) {
    return ElementTypes.of(call.attributes(), "output_datatype", ElementType.FLOAT32);
  }
}
