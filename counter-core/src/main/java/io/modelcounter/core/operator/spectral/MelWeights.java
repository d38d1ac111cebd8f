package io.modelcounter.core.operator.spectral;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * MelWeightMatrix (ONNX, MelWeightMatrix): the weights [floor(dft_length / 2) + 1, num_mel_bins] of
 * triangular filters on the mel scale.
 *
 * <p>A weight is a subtraction and a division. The two ends of the scale take a division, an
 * addition, a logarithm and a multiplication each; each of the num_mel_bins + 2 corners a
 * multiplication and an addition on the scale, a division, a power, a subtraction and a
 * multiplication back to hertz, and a multiplication, a division and a rounding to its bin.
 */
final class MelWeights extends NamedOperator {
  private static final int BANDS = 0;
  private static final int LENGTH = 1;

  MelWeights() {
    super("MelWeightMatrix");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size bins = Scalars.bins(Scalars.integerOrFresh(call, LENGTH, "length"));
    Size bands = Scalars.integerOrFresh(call, BANDS, "bands");
    return List.of(Inferred.tensor(type(call), Shape.of(bins, bands)));
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    ElementType type = type(call);
    Size weights = output.elements();
    Size corners = output.dim(1).plus(Size.of(2));
    Size ends = Size.of(2);
    Work work =
        Work.of(WorkKind.ADD, type, weights.plus(corners.times(2)).plus(ends))
            .and(WorkKind.DIVIDE, type, weights.plus(corners.times(2)).plus(ends))
            .and(WorkKind.MULTIPLY, type, corners.times(3).plus(ends))
            .and(WorkKind.POWER, type, corners)
            .and(WorkKind.ROUND, type, corners)
            .and(WorkKind.LOG, type, ends);
    Formula formula =
        Formula.of("2 * weights + 9 * corners + 8")
            .where("weights", "weights of the matrix", weights)
            .where("corners", "corners of the triangles", corners);
    return Cost.of(work, formula)
        .assuming("Every weight is computed from its triangle, those outside of it too.");
  }

  private static ElementType type(Call call) {
    return ElementTypes.of(call.attributes(), "output_datatype", ElementType.FLOAT32);
  }
}
