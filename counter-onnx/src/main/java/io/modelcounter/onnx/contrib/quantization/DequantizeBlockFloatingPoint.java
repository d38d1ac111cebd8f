package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * DequantizeBFP (ONNX Runtime, contrib operators): the bytes that QuantizeBFP gives become a tensor
 * of the shape that input 1 holds.
 *
 * <p>An element takes a multiplication by a power of two.
 */
final class DequantizeBlockFloatingPoint extends NamedOperator {
  private static final int SHAPE = 1;
  private static final int MOST_AXES = 64;
  private static final String UNKNOWN_SHAPE = "the elements of the input shape are not known";
  private static final ElementWork WORK = ElementWork.of(WorkKind.MULTIPLY);

  DequantizeBlockFloatingPoint() {
    super(Contrib.operator("DequantizeBFP"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Optional<List<Size>> sizes = call.sizes(SHAPE);
    Shape shape = sizes.isPresent() ? Shape.of(sizes.get()) : withoutSizes(call);
    ElementType target = ElementTypes.of(call.attributes(), "dtype", ElementType.FLOAT32);
    return List.of(Inferred.tensor(target, shape));
  }

  private static Shape withoutSizes(Call call) {
    Shape entries = call.shapeIfKnown(SHAPE);
    if (!entries.hasRank()) {
      return Shape.unknownRank(UNKNOWN_SHAPE);
    }
    if (entries.rank() != 1) {
      throw new InvalidNodeException("the input shape is " + entries + ", expected a vector");
    }
    OptionalLong rank = entries.dim(0).asLong();
    if (rank.isEmpty() || rank.getAsLong() > MOST_AXES) {
      return Shape.unknownRank(UNKNOWN_SHAPE);
    }
    List<Size> dims = new ArrayList<>();
    for (int axis = 0; axis < rank.getAsLong(); axis++) {
      dims.add(call.freshSize(0, "dim" + axis, UNKNOWN_SHAPE));
    }
    return Shape.of(dims);
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.outputElement(0), call.outputShape(0).elements());
  }
}
