package com.acme.npu;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ConvolutionCall;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Convolutions with more than one group. Acme's NPU multiplies 16 input channels at a time: those
 * of a group are filled up with zeros to the next multiple of 16, and the zeros cost as much as
 * anything else. A depthwise convolution, with one channel a group, is 16 times as dear as it
 * looks.
 */
final class GroupedConvolution implements LayerCounter {
  private static final Size LANES = Size.of(16);

  @Override
  public List<OperatorRange> operators() {
    return List.of(AcmeNpu.CONV);
  }

  /** Dense convolutions are left to the standard counter. */
  @Override
  public boolean handles(Call call) {
    return ConvolutionCall.group(call.attributes()) > 1;
  }

  @Override
  public Cost count(Call call) {
    ConvolutionCall convolution = ConvolutionCall.of(call, 1);
    Shape output = call.outputShape(0);
    Size lanes = convolution.weight().dim(1).ceilDiv(LANES).times(LANES);
    Size kernel = Size.product(convolution.kernel());
    Size results = output.elements();

    ElementType type = call.element(0);
    Work work =
        Work.of(WorkKind.MULTIPLY_ADD, type, Size.product(List.of(results, lanes, kernel)))
            .and(WorkKind.SUM_START, type, results);
    if (call.hasInput(2)) {
      work = work.and(WorkKind.BIAS_ADD, type, results);
    }
    Formula formula =
        Formula.of("results * lanes * kernel")
            .where("results", "elements of the output", results)
            .where("lanes", "input channels of a group, filled up to a multiple of 16", lanes)
            .where("kernel", "elements of the kernel", kernel);
    return Cost.of(work, formula);
  }

  /** The counter that is preferred says what is learned, too. */
  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.CONSTANT : InputRole.PARAMETER;
  }
}
