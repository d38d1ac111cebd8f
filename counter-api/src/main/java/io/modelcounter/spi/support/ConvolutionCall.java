package io.modelcounter.spi.support;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What convolutions have in common: an input [N, C, D1 … Dn], a weight with kernel [k1 … kn] and
 * the number of groups (ONNX, Conv).
 *
 * @param input dimensions of the input, channels before the spatial axes
 * @param weight dimensions of the weight
 * @param group number of groups
 */
public record ConvolutionCall(Shape input, Shape weight, long group) {

  /**
   * Reads the tensors and the attribute {@code group} of a call whose input is input 0.
   *
   * @param call the call
   * @param weightInput position of the weight
   * @return what was read
   * @throws InvalidNodeException if ranks, groups or {@code kernel_shape} do not fit
   */
  public static ConvolutionCall of(Call call, int weightInput) {
    return of(call.shape(0), call.shape(weightInput), call.attributes());
  }

  /**
   * Reads the attribute {@code group}.
   *
   * @param input dimensions of the input, channels before the spatial axes
   * @param weight dimensions of the weight
   * @param attributes attributes of the node
   * @return what was read
   * @throws InvalidNodeException if ranks, groups or {@code kernel_shape} do not fit
   */
  public static ConvolutionCall of(Shape input, Shape weight, Attributes attributes) {
    ConvolutionCall convolution = new ConvolutionCall(input, weight, group(attributes));
    convolution.requireFittingRanks();
    attributes
        .integers("kernel_shape")
        .ifPresent(kernel -> convolution.requireKernel(Shape.of(kernel).dims()));
    return convolution;
  }

  /**
   * Sizes of the input along the spatial axes.
   *
   * @return the sizes
   */
  public List<Size> spatial() {
    return input.dims().subList(2, input.rank());
  }

  /**
   * Extent of the kernel along the spatial axes.
   *
   * @return the sizes
   */
  public List<Size> kernel() {
    return weight.dims().subList(2, weight.rank());
  }

  /**
   * Dimensions of the output of a convolution whose weight is [M, C/group, k1 … kn].
   *
   * @param attributes attributes of the window
   * @return [N, M, E1 … En]
   * @throws InvalidNodeException if the channels or the kernel do not fit the input
   */
  public Shape output(Attributes attributes) {
    requireChannels(weight.dim(1).times(group));
    return output(weight.dim(0), Window.of(attributes, kernel()).outputSizes(spatial()));
  }

  /**
   * Dimensions with the batch size of the input.
   *
   * @param channels output channels
   * @param sizes sizes along the spatial axes
   * @return the dimensions
   */
  public Shape output(Size channels, List<Size> sizes) {
    List<Size> dims = new ArrayList<>(input.rank());
    dims.add(input.dim(0));
    dims.add(channels);
    dims.addAll(sizes);
    return Shape.of(dims);
  }

  /**
   * Products of a convolution whose output is known.
   *
   * @param output dimensions of the output, channels before the spatial axes
   * @return the products
   */
  public ConvolutionProduct product(Shape output) {
    return product(output.elements(2, output.rank()), output.dim(1));
  }

  /**
   * Products of the convolution.
   *
   * @param positions product of the sizes that the kernel is applied at
   * @param outputChannels number of output channels
   * @return the products
   */
  public ConvolutionProduct product(Size positions, Size outputChannels) {
    return new ConvolutionProduct(
        input.dim(0),
        positions,
        input.dim(1),
        outputChannels,
        Size.of(group),
        Size.product(kernel()));
  }

  /**
   * Checks the channels of the input.
   *
   * @param needed channels that the weight needs
   * @throws InvalidNodeException if the input has others for certain
   */
  public void requireChannels(Size needed) {
    if (input.dim(1).compare(needed) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "input "
              + input
              + " has "
              + input.dim(1)
              + " channels, but weight "
              + weight
              + " with "
              + group
              + " groups needs "
              + needed);
    }
  }

  /**
   * Number of groups.
   *
   * @param attributes attributes of the node
   * @return at least 1
   * @throws InvalidNodeException if the attribute {@code group} is less
   */
  public static long group(Attributes attributes) {
    long group = attributes.integer("group", 1);
    if (group < 1) {
      throw new InvalidNodeException("group is " + group + ", expected at least 1");
    }
    return group;
  }

  /**
   * Dimensions as far as they are known where the input or the weight has no known rank.
   *
   * @param call the call
   * @param input dimensions of the input, if known channels before the spatial axes
   * @param weight dimensions of the weight, if known
   * @param channels output channels by the dimensions of the weight
   * @param reason what is not known and why
   * @return the known batch size and channels and new symbols, or an unknown rank
   */
  public static Shape partialOutput(
      Call call, Shape input, Shape weight, Function<Shape, Size> channels, String reason) {
    if (!input.hasRank() && !weight.hasRank()) {
      return Shape.unknownRank(reason);
    }
    int rank = input.hasRank() ? input.rank() : weight.rank();
    List<Size> dims = new ArrayList<>(rank);
    for (int axis = 0; axis < rank; axis++) {
      if (axis == 0 && input.hasRank()) {
        dims.add(input.dim(0));
      } else if (axis == 1 && weight.hasRank() && weight.rank() == rank) {
        dims.add(channels.apply(weight));
      } else {
        dims.add(call.freshSize(0, "dim" + axis, reason));
      }
    }
    return Shape.of(dims);
  }

  private void requireFittingRanks() {
    if (input.rank() < 3 || input.rank() != weight.rank()) {
      throw new InvalidNodeException(
          "input " + input + " and weight " + weight + " must have the same rank of at least 3");
    }
  }

  private void requireKernel(List<Size> declared) {
    boolean fits = declared.size() == kernel().size();
    for (int i = 0; fits && i < declared.size(); i++) {
      fits = declared.get(i).compare(kernel().get(i)) != Comparison.DIFFERENT;
    }
    if (!fits && !declared.isEmpty()) {
      throw new InvalidNodeException(
          "attribute \"kernel_shape\" is " + declared + ", but the weight is " + weight);
    }
  }
}
