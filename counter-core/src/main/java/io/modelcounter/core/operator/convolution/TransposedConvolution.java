package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * ConvTranspose (ONNX, ConvTranspose): X [N, C, D1 … Dn] and W [C, M/group, k1 … kn] give Y [N, M,
 * E1 … En].
 *
 * <p>One multiply-add per input position, input channel, output channel of the group and kernel
 * element: every input element is multiplied with the whole kernel, also where the padding cuts the
 * products off. One sum per output element that at least one product reaches, and one bias addition
 * per output element if there is a bias.
 */
final class TransposedConvolution extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  TransposedConvolution() {
    super("ConvTranspose");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ConvolutionCall convolution = ConvolutionCall.of(call, WEIGHT);
    convolution.requireChannels(convolution.weight().dim(0));
    Size channels = convolution.weight().dim(1).times(convolution.group());
    Shape output = convolution.output(channels, sizes(call, convolution));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    long group = ConvolutionCall.group(call);
    Shape output =
        ConvolutionCall.partialOutput(call, WEIGHT, weight -> weight.dim(1).times(group), reason);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  /**
   * Spatial sizes: those of {@code output_shape}, whose last entries count, or those of the window.
   */
  private static List<Size> sizes(Call call, ConvolutionCall convolution) {
    int rank = convolution.spatial().size();
    long[] declared = declaredShape(call);
    if (declared.length == 0) {
      return Window.of(call.attributes(), convolution.kernel())
          .transposedOutputSizes(convolution.spatial(), outputPadding(call, rank));
    }
    if (declared.length != rank && declared.length != rank + 2) {
      throw new InvalidNodeException(
          "attribute \"output_shape\" is "
              + Arrays.toString(declared)
              + ", expected "
              + rank
              + " entries");
    }
    return Shape.of(Arrays.copyOfRange(declared, declared.length - rank, declared.length)).dims();
  }

  private static long[] declaredShape(Call call) {
    return call.attributes().integers("output_shape").orElse(new long[0]);
  }

  private static long[] outputPadding(Call call, int rank) {
    return Window.list(call.attributes(), "output_padding", rank, 0);
  }

  @Override
  public Cost count(Call call) {
    ConvolutionCall convolution = ConvolutionCall.of(call, WEIGHT);
    int rank = convolution.input().rank();
    Shape output = call.outputShape(0);
    if (output.rank() != rank) {
      throw new InvalidNodeException("the output is " + output + ", expected rank " + rank);
    }
    ConvolutionProduct product =
        convolution.product(Size.product(convolution.spatial()), output.dim(1));
    ElementType type = call.element(0);
    List<Size> sizes = output.dims().subList(2, rank);
    List<Optional<Size>> reached =
        Window.of(call.attributes(), convolution.kernel())
            .transposedReach(
                convolution.spatial(),
                outputPadding(call, rank - 2),
                sizes,
                declaredShape(call).length > 0);
    Size sums = output.elements(0, 2);
    for (int i = 0; i < sizes.size(); i++) {
      Size most = sizes.get(i).min(convolution.spatial().get(i).times(convolution.kernel().get(i)));
      sums = sums.times(reached.get(i).orElse(most));
    }
    Work work =
        product.work(type, sums).plus(ConvolutionCall.bias(call, BIAS, type, output.elements()));
    Cost cost = Cost.of(work, product.formula("input positions"));
    return reached.stream().allMatch(Optional::isPresent)
        ? cost
        : cost.assuming(
            "As many output elements of a transposed convolution as can be are taken to meet a"
                + " product.");
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
