package io.modelcounter.spi.support;

import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * The sums of products of a convolution: dense, grouped and depthwise alike.
 *
 * <pre>
 * MACs = N * positions * C_in * (C_out / group) * kernel
 * </pre>
 *
 * <p>The positions are those of the output for a convolution and those of the input for a
 * transposed one (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016).
 * Positions in the padding count as work.
 *
 * @param batch N
 * @param positions product of the spatial sizes that the kernel is applied at
 * @param inputChannels C_in
 * @param outputChannels C_out
 * @param group number of groups
 * @param kernel product of the kernel's sizes
 */
public record ConvolutionProduct(
    Size batch, Size positions, Size inputChannels, Size outputChannels, Size group, Size kernel) {

  /**
   * Multiply-adds of the convolution.
   *
   * @return their number
   */
  public Size multiplyAdds() {
    Size pairs = inputChannels.times(outputChannels);
    if (pairs.isZero()) {
      return Size.ZERO;
    }
    Size connected = pairs.divideExactly(group).orElseGet(() -> pairs.floorDiv(group));
    return Size.product(List.of(batch, positions, connected, kernel));
  }

  /**
   * Work of the convolution without bias.
   *
   * @param type element type
   * @param outputElements number of elements of the output, one sum each
   * @return the work
   */
  public Work work(ElementType type, Size outputElements) {
    Size products = multiplyAdds();
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, products);
    return products.isZero() ? work : work.and(WorkKind.SUM_START, type, outputElements);
  }

  /**
   * How the multiply-adds come about.
   *
   * @param positionsMeaning what the positions are, in words
   * @return the formula
   */
  public Formula formula(String positionsMeaning) {
    return Formula.of("N * positions * C_in * C_out / group * kernel")
        .where("N", "batch size", batch)
        .where("positions", positionsMeaning, positions)
        .where("C_in", "input channels", inputChannels)
        .where("C_out", "output channels", outputChannels)
        .where("group", "groups", group)
        .where("kernel", "elements of the kernel", kernel);
  }
}
