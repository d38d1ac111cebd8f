package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TransposedAxisTest {
  private static final int OUTPUT = 12;

  private static TransposedAxis axis(
      String input, String kernel, long stride, long dilation, long begin, String output) {
    return new TransposedAxis(
        Size.parse(input), Size.parse(kernel), stride, dilation, begin, Size.parse(output));
  }

  /** The positions as the operator document defines them, for every combination of numbers. */
  @Test
  void countsEveryPositionOnce() {
    for (int input = 0; input <= 4; input++) {
      for (int kernel = 1; kernel <= 4; kernel++) {
        for (int stride = 1; stride <= 5; stride++) {
          for (int dilation = 1; dilation <= 3; dilation++) {
            for (int begin = -2; begin <= 4; begin++) {
              TransposedAxis axis =
                  axis("" + input, "" + kernel, stride, dilation, begin, "" + OUTPUT);
              assertThat(axis.reached())
                  .as(axis.toString())
                  .contains(Size.of(positions(input, kernel, stride, dilation, begin).size()));
            }
          }
        }
      }
    }
  }

  private static Set<Integer> positions(
      int input, int kernel, int stride, int dilation, int begin) {
    Set<Integer> positions = new TreeSet<>();
    for (int i = 0; i < input; i++) {
      for (int k = 0; k < kernel; k++) {
        positions.add(i * stride + k * dilation - begin);
      }
    }
    positions.removeIf(position -> position < 0 || position >= OUTPUT);
    return positions;
  }

  @Test
  void keepsSymbolicSizesWhereTheKernelCoversEveryStep() {
    assertThat(axis("h", "3", 2, 1, 1, "2*h - 1").reached()).contains(Size.parse("2*h - 1"));
    assertThat(axis("h", "2", 2, 1, 0, "2*h + 1").reached()).contains(Size.parse("2*h"));
  }

  @Test
  void isUnknownForGapsOfSymbolicOrHugeSizes() {
    assertThat(axis("h", "1", 2, 1, 0, "2*h - 1").reached()).isEqualTo(Optional.empty());
    assertThat(axis("5", "k", 2, 1, 0, "9").reached()).isEqualTo(Optional.empty());
    assertThat(axis("3000000000", "1", 2, 1, 0, "5999999999").reached())
        .isEqualTo(Optional.empty());
  }
}
