package io.modelcounter.spi.support;

import io.modelcounter.model.Attributes;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sliding window of a convolution or pooling over its spatial axes (ONNX, Conv and
 * AveragePool).
 *
 * <p>All lists of sizes have one entry a spatial axis.
 */
public final class Window {
  /** How the padding is found. */
  private enum Padding {
    EXPLICIT,
    SAME_UPPER,
    SAME_LOWER,
    VALID;

    boolean isSame() {
      return this == SAME_UPPER || this == SAME_LOWER;
    }
  }

  private final List<Size> kernel;
  private final long[] strides;
  private final long[] dilations;
  private final long[] padsBegin;
  private final long[] padsEnd;
  private final Padding padding;
  private final boolean ceilMode;

  private Window(
      List<Size> kernel,
      long[] strides,
      long[] dilations,
      long[] pads,
      Padding padding,
      boolean ceilMode) {
    int rank = kernel.size();
    this.kernel = kernel;
    this.strides = strides;
    this.dilations = dilations;
    this.padsBegin = Arrays.copyOfRange(pads, 0, rank);
    this.padsEnd = Arrays.copyOfRange(pads, rank, 2 * rank);
    this.padding = padding;
    this.ceilMode = ceilMode;
  }

  /**
   * Reads the window from the attributes {@code strides}, {@code dilations}, {@code pads}, {@code
   * auto_pad} and {@code ceil_mode}.
   *
   * @param attributes attributes of the node
   * @param kernel extent of the kernel
   * @return the window
   * @throws InvalidNodeException if an attribute has a wrong length or is out of range
   */
  public static Window of(Attributes attributes, List<Size> kernel) {
    int rank = kernel.size();
    Padding padding = padding(attributes.text("auto_pad", "NOTSET"));
    boolean explicit = padding == Padding.EXPLICIT;
    return new Window(
        List.copyOf(kernel),
        positive(attributes, "strides", rank),
        positive(attributes, "dilations", rank),
        explicit ? list(attributes, "pads", 2 * rank, 0) : new long[2 * rank],
        padding,
        explicit && attributes.integer("ceil_mode", 0) != 0);
  }

  private static Padding padding(String text) {
    return switch (text) {
      case "", "NOTSET" -> Padding.EXPLICIT;
      case "SAME_UPPER" -> Padding.SAME_UPPER;
      case "SAME_LOWER" -> Padding.SAME_LOWER;
      case "VALID" -> Padding.VALID;
      default ->
          throw new InvalidNodeException(
              "auto_pad is \"" + text + "\", expected NOTSET, SAME_UPPER, SAME_LOWER or VALID");
    };
  }

  /**
   * Extent of the kernel of an operator that has no weight: the attribute {@code kernel_shape}.
   *
   * @param attributes attributes of the node
   * @param spatialRank number of spatial axes
   * @return the extent of the kernel
   * @throws InvalidNodeException if {@code kernel_shape} is missing, has a wrong length or is not
   *     positive
   */
  public static List<Size> kernelShape(Attributes attributes, int spatialRank) {
    long[] kernel =
        attributes
            .integers("kernel_shape")
            .orElseThrow(() -> new InvalidNodeException("attribute \"kernel_shape\" is missing"));
    requireLength("kernel_shape", kernel, spatialRank);
    requirePositive("kernel_shape", kernel);
    List<Size> sizes = new ArrayList<>(kernel.length);
    for (long extent : kernel) {
      sizes.add(Size.of(extent));
    }
    return sizes;
  }

  /**
   * Sizes of the output: how often the window fits.
   *
   * <pre>
   * out = floor((in + pad_begin + pad_end - ((kernel - 1) * dilation + 1)) / stride) + 1
   * </pre>
   *
   * With {@code ceil_mode} the quotient is rounded up, but no window starts in the end padding.
   * With {@code SAME_*} it is {@code ceil(in / stride)}. {@code auto_pad} overrules both {@code
   * pads} and {@code ceil_mode}.
   *
   * @param input sizes of the input
   * @return sizes of the output
   * @throws InvalidNodeException if the kernel is larger than the padded input
   */
  public List<Size> outputSizes(List<Size> input) {
    List<Size> sizes = new ArrayList<>(input.size());
    for (int i = 0; i < input.size(); i++) {
      sizes.add(outputSize(i, input.get(i)));
    }
    return sizes;
  }

  private Size outputSize(int axis, Size input) {
    Size stride = Size.of(strides[axis]);
    if (padding.isSame()) {
      return input.ceilDiv(stride);
    }
    Size begun = input.plus(Size.of(padsBegin[axis]));
    Size padded = begun.plus(Size.of(padsEnd[axis]));
    Size room = padded.minus(extent(axis));
    if (Size.ZERO.isGreaterThan(room)) {
      throw new InvalidNodeException(
          "the kernel covers "
              + extent(axis)
              + " positions of spatial axis "
              + axis
              + ", but the padded input has only "
              + padded);
    }
    if (!ceilMode) {
      return room.floorDiv(stride).plus(Size.ONE);
    }
    // ceil(room / stride) + 1, but at most ceil(begun / stride): the lesser numerator decides
    Size surplus = Size.of(padsEnd[axis]).plus(stride).minus(extent(axis));
    return begun.plus(surplus.min(Size.ZERO)).ceilDiv(stride);
  }

  /**
   * Sizes of the output of the transposed operation.
   *
   * <pre>
   * out = stride * (in - 1) + output_padding + ((kernel - 1) * dilation + 1) - pad_begin - pad_end
   * </pre>
   *
   * With {@code SAME_*} it is {@code in * stride}.
   *
   * @param input sizes of the input
   * @param outputPadding what the attribute {@code output_padding} says, or zeros
   * @return sizes of the output
   * @throws InvalidNodeException if the padding takes away more than the whole output
   */
  public List<Size> transposedOutputSizes(List<Size> input, long[] outputPadding) {
    List<Size> sizes = new ArrayList<>(input.size());
    for (int i = 0; i < input.size(); i++) {
      sizes.add(transposedOutputSize(i, input.get(i), outputPadding[i]));
    }
    return sizes;
  }

  private Size transposedOutputSize(int axis, Size input, long outputPadding) {
    if (padding.isSame()) {
      return input.times(strides[axis]);
    }
    Size pads = Size.of(padsBegin[axis]).plus(Size.of(padsEnd[axis]));
    Size output = unpadded(axis, input, outputPadding).minus(pads);
    if (Size.ZERO.isGreaterThan(output)) {
      throw new InvalidNodeException(
          "the padding takes "
              + pads
              + " positions of spatial axis "
              + axis
              + " away, but the output has only "
              + output.plus(pads));
    }
    return output;
  }

  /**
   * Positions of the output of the transposed operation that at least one element of the input
   * reaches with the kernel.
   *
   * <p>The end of {@code output_padding} is not reached, nor are the gaps that a long stride or a
   * dilated kernel leaves. Where {@code SAME_*} or a declared output decides the padding, half of
   * it goes to either side, and an odd one at the end with {@code SAME_UPPER}, at the begin
   * otherwise (ONNX, ConvTranspose).
   *
   * @param input sizes of the input
   * @param outputPadding what the attribute {@code output_padding} says, or zeros
   * @param output sizes of the output
   * @param declared whether the model declares the sizes of the output, which overrule {@code pads}
   * @return an entry a spatial axis: the number of positions, or empty if it is not known exactly
   */
  public List<Optional<Size>> transposedReach(
      List<Size> input, long[] outputPadding, List<Size> output, boolean declared) {
    List<Optional<Size>> reached = new ArrayList<>(input.size());
    for (int i = 0; i < input.size(); i++) {
      Optional<Size> begin =
          declared || padding.isSame()
              ? sharedPadding(unpadded(i, input.get(i), outputPadding[i]).minus(output.get(i)))
              : Optional.of(Size.of(padsBegin[i]));
      int axis = i;
      reached.add(
          begin
              .flatMap(pad -> pad.asLong().stream().boxed().findFirst())
              .flatMap(
                  pad ->
                      new TransposedAxis(
                              input.get(axis),
                              kernel.get(axis),
                              strides[axis],
                              dilations[axis],
                              pad,
                              output.get(axis))
                          .reached()));
    }
    return reached;
  }

  /** What the begin of an axis has of a padding that is shared between both of its sides. */
  private Optional<Size> sharedPadding(Size surplus) {
    if (!surplus.isConstant()) {
      return Optional.empty();
    }
    Size pads = surplus.max(Size.ZERO);
    Size two = Size.of(2);
    return Optional.of(padding == Padding.SAME_UPPER ? pads.floorDiv(two) : pads.ceilDiv(two));
  }

  /** Size of the output of the transposed operation before padding takes some away. */
  private Size unpadded(int axis, Size input, long outputPadding) {
    return input
        .minus(Size.ONE)
        .times(strides[axis])
        .plus(extent(axis))
        .plus(Size.of(outputPadding));
  }

  /** Positions that a dilated kernel covers: {@code (kernel - 1) * dilation + 1}. */
  private Size extent(int axis) {
    return kernel.get(axis).minus(Size.ONE).times(dilations[axis]).plus(Size.ONE);
  }

  private static long[] positive(Attributes attributes, String name, int length) {
    long[] values = list(attributes, name, length, 1);
    requirePositive(name, values);
    return values;
  }

  /**
   * Reads a list attribute that has one entry, or two, a spatial axis.
   *
   * @param attributes attributes of the node
   * @param name name of the attribute
   * @param length expected length
   * @param otherwise every entry if the attribute is absent
   * @return the entries
   * @throws InvalidNodeException if the length is another
   */
  public static long[] list(Attributes attributes, String name, int length, long otherwise) {
    long[] values = attributes.integers(name).orElse(new long[0]);
    if (values.length == 0) {
      values = new long[length];
      Arrays.fill(values, otherwise);
    }
    requireLength(name, values, length);
    return values;
  }

  private static void requireLength(String name, long[] values, int length) {
    if (values.length != length) {
      throw new InvalidNodeException(
          "attribute \""
              + name
              + "\" is "
              + Arrays.toString(values)
              + ", expected "
              + length
              + " entries");
    }
  }

  private static void requirePositive(String name, long[] values) {
    for (long value : values) {
      if (value < 1) {
        throw new InvalidNodeException(
            "attribute \""
                + name
                + "\" is "
                + Arrays.toString(values)
                + ", every entry must be at least 1");
      }
    }
  }
}
