package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * QuantizeBFP (ONNX Runtime, contrib operators; Rouhani and others, "Pushing the Limits of Narrow
 * Precision Inferencing at Cloud Scale with Microsoft Floating Point", 2020): a tensor becomes
 * bytes in which blocks share an exponent; shape and strides of the tensor stand beside them.
 *
 * <p>An element takes an absolute value and a comparison to find the greatest of its block, a
 * multiplication by a power of two, a rounding and a comparison with two bounds.
 */
final class QuantizeBlockFloatingPoint extends NamedOperator {
  private static final ElementWork WORK =
      ElementWork.of(WorkKind.NEGATE, WorkKind.MULTIPLY, WorkKind.ROUND).and(WorkKind.COMPARE, 3);

  QuantizeBlockFloatingPoint() {
    super(Contrib.operator("QuantizeBFP"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred data = data(call);
    Shape shape = call.shapeIfKnown(0);
    if (!shape.hasRank()) {
      Shape entries =
          Shape.of(call.freshSize(1, "rank", shape.unknownReason().orElse("the shape is unknown")));
      Inferred unknown = Inferred.tensor(ElementType.INT64, entries);
      return List.of(data, unknown, unknown);
    }
    List<Size> strides = new ArrayList<>(shape.rank());
    for (int axis = 1; axis <= shape.rank(); axis++) {
      strides.add(shape.elements(axis, shape.rank()));
    }
    return List.of(
        data,
        Inferred.of(TensorValue.sizes(shape.dims())),
        Inferred.of(TensorValue.sizes(strides)));
  }

  private static Inferred data(Call call) {
    Size bytes =
        call.freshSize(0, "bytes", "how many bytes a block takes is up to the device that packs");
    return Inferred.tensor(ElementType.UINT8, Shape.of(bytes));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.element(0), call.shape(0).elements())
        .assuming("The greatest element of a block is found with a comparison per element.");
  }
}
