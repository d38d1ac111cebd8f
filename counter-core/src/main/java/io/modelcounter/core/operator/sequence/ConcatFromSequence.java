package io.modelcounter.core.operator.sequence;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ConcatFromSequence (ONNX, ConcatFromSequence): joins the members along one axis, or stacks them
 * on a new one.
 */
final class ConcatFromSequence extends FreeOperator {
  private static final String LENGTH_UNKNOWN = "the length of the sequence is not known";

  ConcatFromSequence() {
    super("the elements are only copied", "ConcatFromSequence");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    ValueType member = Members.one(call, sequence.element());
    if (!(member instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return List.of(Inferred.of(member));
    }
    boolean stack = call.attributes().integer("new_axis", 0) != 0;
    List<Size> dims = new ArrayList<>(tensor.shape().dims());
    int axis =
        Axes.normalize(
            call.attributes().requiredInteger("axis"), stack ? dims.size() + 1 : dims.size());
    if (stack) {
      dims.add(axis, sequence.length().orElseGet(() -> unknown(call, axis)));
    } else {
      dims.set(axis, joined(call, axis, dims.get(axis), sequence.length()));
    }
    return List.of(Inferred.tensor(tensor.element(), Shape.of(dims)));
  }

  private static Size joined(Call call, int axis, Size part, Optional<Size> length) {
    if (length.isEmpty()) {
      return unknown(call, axis);
    }
    if (!part.isDataDependent()) {
      return part.times(length.get());
    }
    Size count = length.get();
    return Members.differing(call, axis, part.largest().map(most -> most.times(count)));
  }

  private static Size unknown(Call call, int axis) {
    return call.freshSize(0, "dim" + axis, LENGTH_UNKNOWN);
  }

  @Override
  public Traffic traffic(Call call) {
    Amount bytes = LayerCounter.bytes(call.outputType(0));
    return new Traffic(bytes, bytes);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.unknown(reason));
  }
}
