package io.modelcounter.core.operator.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * RoiAlign (ONNX, RoiAlign; He et al., "Mask R-CNN", 2017): X [N, C, H, W] and regions [R, 4] give
 * Y [R, C, h, w], each element pooled from samples of one bin of a region.
 *
 * <p>Per sample one bilinear interpolation; per bin the samples are summed and divided by their
 * number, or compared. Without {@code sampling_ratio} the number of samples is data: one for about
 * every element that the bin covers.
 */
final class RegionAlignment extends RegionPooling {

  RegionAlignment() {
    super("RoiAlign", 4);
  }

  @Override
  List<Size> pooledSizes(Call call) {
    return List.of(positive(call, "output_height"), positive(call, "output_width"));
  }

  private static Size positive(Call call, String attribute) {
    long value = call.attributes().integer(attribute, 1);
    if (value < 1) {
      throw new InvalidNodeException(attribute + " is " + value + ", expected at least 1");
    }
    return Size.of(value);
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    Size bins = output.elements();
    long ratio = call.attributes().integer("sampling_ratio", 0);
    if (ratio > 0) {
      Size samples = Size.of(ratio).times(ratio);
      return Cost.of(work(call, bins, samples), formula(call, bins, samples))
          .assuming(Interpolation.ASSUMPTION);
    }
    Shape input = call.shape(0);
    Size samples =
        input
            .dim(2)
            .ceilDiv(output.dim(2))
            .times(input.dim(3).ceilDiv(output.dim(3)))
            .max(Size.ONE);
    return Cost.between(
            work(call, bins, Size.ONE),
            work(call, bins, samples),
            formula(call, bins, samples),
            "the number of samples depends on the sizes of the regions, which are data")
        .assuming(Interpolation.ASSUMPTION)
        .assuming("No region is empty or larger than the input.");
  }

  private static Work work(Call call, Size bins, Size samples) {
    ElementType type = call.element(0);
    Work sampling = Interpolation.of(2, 2).work(type, bins.times(samples));
    Size joins = bins.times(samples.minus(Size.ONE));
    return takesLargest(call)
        ? sampling.and(WorkKind.COMPARE, type, joins)
        : sampling.and(WorkKind.ADD, type, joins).and(WorkKind.DIVIDE, type, bins);
  }

  private static boolean takesLargest(Call call) {
    return call.attributes().text("mode", "avg").equals("max");
  }

  private static Formula formula(Call call, Size bins, Size samples) {
    String joins = takesLargest(call) ? "bins * (samples - 1)" : "bins * samples";
    return Formula.of("bins * samples * (4 + 3) + " + joins)
        .where("bins", "output elements", bins)
        .where("samples", "samples of one bin", samples);
  }
}
