package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A transposed convolution (ONNX, ConvTranspose): X [N, C, D1 … Dn] and W [C, M/group, k1 … kn]
 * give Y [N, M, E1 … En].
 *
 * @param convolution the tensors and groups
 * @param attributes attributes of the node: those of {@link Window} and {@code output_padding} and
 *     {@code output_shape}
 */
public record TransposedConvolutionCall(ConvolutionCall convolution, Attributes attributes) {
  private static final String MOST_OUTPUTS =
      "As many output elements of a transposed convolution as can be are taken to meet a product.";

  /**
   * Output channels.
   *
   * @return M
   * @throws InvalidNodeException if the channels of input and weight differ
   */
  public Size outputChannels() {
    convolution.requireChannels(convolution.weight().dim(0));
    return convolution.weight().dim(1).times(convolution.group());
  }

  /**
   * Dimensions of the output.
   *
   * @return [N, M, E1 … En]
   * @throws InvalidNodeException if the attributes do not fit the tensors
   */
  public Shape output() {
    return convolution.output(outputChannels(), sizes());
  }

  /**
   * Spatial sizes: those of {@code output_shape}, whose last entries count, or those of the window.
   */
  private List<Size> sizes() {
    int rank = convolution.spatial().size();
    long[] declared = declaredShape();
    if (declared.length == 0) {
      return window().transposedOutputSizes(convolution.spatial(), outputPadding());
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

  /**
   * Cost of the convolution.
   *
   * <p>One multiply-add per input position, input channel, output channel of the group and kernel
   * element: every input element is multiplied with the whole kernel, also where the padding cuts
   * the products off. One sum per output element that at least one product reaches, and one bias
   * addition per output element if there is a bias.
   *
   * @param type element type
   * @param output dimensions of the output
   * @param biased whether there is a bias
   * @return the cost
   * @throws InvalidNodeException if the output has another rank than the input
   */
  public Cost cost(ElementType type, Shape output, boolean biased) {
    int rank = convolution.input().rank();
    if (output.rank() != rank) {
      throw new InvalidNodeException("the output is " + output + ", expected rank " + rank);
    }
    ConvolutionProduct product =
        convolution.product(Size.product(convolution.spatial()), output.dim(1));
    List<Size> sizes = output.dims().subList(2, rank);
    List<Optional<Size>> reached =
        window()
            .transposedReach(
                convolution.spatial(), outputPadding(), sizes, declaredShape().length > 0);
    Size sums = output.elements(0, 2);
    for (int i = 0; i < sizes.size(); i++) {
      Size most = sizes.get(i).min(convolution.spatial().get(i).times(convolution.kernel().get(i)));
      sums = sums.times(reached.get(i).orElse(most));
    }
    Work work = product.work(type, sums);
    if (biased) {
      work = work.and(WorkKind.BIAS_ADD, type, output.elements());
    }
    Cost cost = Cost.of(work, product.formula("input positions"));
    return reached.stream().allMatch(Optional::isPresent) ? cost : cost.assuming(MOST_OUTPUTS);
  }

  private Window window() {
    return Window.of(attributes, convolution.kernel());
  }

  private long[] declaredShape() {
    return attributes.integers("output_shape").orElse(new long[0]);
  }

  private long[] outputPadding() {
    return Window.list(attributes, "output_padding", convolution.spatial().size(), 0);
  }
}
