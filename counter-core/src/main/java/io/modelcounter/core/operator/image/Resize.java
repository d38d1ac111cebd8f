package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.InterpolationMode;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/**
 * Resize (ONNX, Resize): every output element is a weighted sum of neighbours along the axes whose
 * size changes or that {@code tf_crop_and_resize} cuts a part out of: two an axis for linear, four
 * for cubic interpolation; the nearest element is only copied.
 *
 * <p>With {@code antialias} the filter is stretched where an axis shrinks: the neighbours are
 * multiplied by {@code ceil(in / out)}.
 */
final class Resize extends NamedOperator {

  Resize() {
    super("Resize");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), ResizeTarget.of(call)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape output = ResizeTarget.withoutInput(call).orElseGet(() -> Shape.unknownRank(reason));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    InterpolationMode mode = InterpolationMode.named(call.attributes().text("mode", "nearest"));
    return Resampling.resized(call, mode, call.attributes().integer("antialias", 0) != 0);
  }
}
