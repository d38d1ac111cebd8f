package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  private static Attributes attributes(String name, long... values) {
    return with(Attributes.none(), name, values);
  }

  private static Attributes with(Attributes attributes, String name, long... values) {
    return attributes.with(name, AttributeValue.ofInts(Arrays.stream(values).boxed().toList()));
  }

  private static Window window(Attributes attributes, long... kernel) {
    return Window.of(attributes, Arrays.stream(kernel).mapToObj(Size::of).toList());
  }

  private static List<String> sizes(Window window, String... input) {
    return window.outputSizes(Arrays.stream(input).map(Size::parse).toList()).stream()
        .map(Size::toString)
        .toList();
  }

  @Test
  void fitsOncePerPositionWithoutAttributes() {
    assertThat(sizes(window(Attributes.none(), 3, 1), "8", "5")).containsExactly("6", "5");
  }

  @Test
  void coversTheGapsOfADilatedKernel() {
    assertThat(sizes(window(attributes("dilations", 2, 3), 3, 3), "8", "8"))
        .containsExactly("4", "2");
  }

  @Test
  void roundsDownUnlessCeilModeIsSet() {
    Attributes floor = with(attributes("strides", 2), "pads", 0, 0);
    Attributes ceil = floor.with("ceil_mode", AttributeValue.of(1));
    assertThat(sizes(window(floor, 3), "8")).containsExactly("3");
    assertThat(sizes(window(ceil, 3), "8")).containsExactly("4");
  }

  /** The output of a literal reading of the operator document, for every combination of numbers. */
  @Test
  void startsNoWindowInTheEndPaddingWithCeilMode() {
    for (long stride = 1; stride <= 4; stride++) {
      for (long kernel = 1; kernel <= 4; kernel++) {
        for (long end = 0; end <= kernel; end++) {
          Attributes attributes =
              with(attributes("strides", stride), "pads", 1, end)
                  .with("ceil_mode", AttributeValue.of(1));
          for (long in = 4; in <= 9; in++) {
            long expected = Math.floorDiv(in + 1 + end - kernel + stride - 1, stride) + 1;
            while ((expected - 1) * stride >= in + 1) {
              expected--;
            }
            assertThat(sizes(window(attributes, kernel), Long.toString(in)))
                .as("in %s, kernel %s, stride %s, end %s", in, kernel, stride, end)
                .containsExactly(Long.toString(expected));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SAME_UPPER,4", "SAME_LOWER,4", "VALID,3", "NOTSET,5"})
  void takesTheSizeFromAutoPad(String autoPad, String size) {
    Attributes attributes =
        with(attributes("strides", 2), "pads", 2, 2)
            .with("auto_pad", AttributeValue.of(autoPad))
            .with("ceil_mode", AttributeValue.of(0));
    assertThat(sizes(window(attributes, 3), "8")).containsExactly(size);
  }

  @Test
  void ignoresCeilModeWithAutoPad() {
    Attributes attributes =
        attributes("strides", 2)
            .with("auto_pad", AttributeValue.of("VALID"))
            .with("ceil_mode", AttributeValue.of(1));
    assertThat(sizes(window(attributes, 3), "8")).containsExactly("3");
  }

  @Test
  void keepsSymbolicSizes() {
    Attributes attributes = with(attributes("strides", 2, 1), "pads", 1, 1, 1, 1);
    assertThat(sizes(window(attributes, 3, 3), "2*h", "w")).containsExactly("h", "w");
    Attributes ceil = attributes("strides", 2, 2).with("ceil_mode", AttributeValue.of(1));
    assertThat(sizes(window(ceil, 3, 2), "2*h", "w")).containsExactly("h", "floor((w + 1)/2)");
  }

  @Test
  void invertsAConvolution() {
    Window window = window(with(attributes("strides", 2), "pads", 1, 1), 3);
    List<Size> input = List.of(Size.parse("h"));
    assertThat(window.transposedOutputSizes(input, new long[] {1}))
        .containsExactly(Size.parse("2*h"));
    assertThat(window.transposedOutputSizes(input, new long[] {0}))
        .containsExactly(Size.parse("2*h - 1"));
  }

  @Test
  void refusesAKernelThatIsLargerThanTheInput() {
    Window window = window(Attributes.none(), 5);
    assertThatThrownBy(() -> window.outputSizes(List.of(Size.of(4))))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("covers 5 positions of spatial axis 0")
        .hasMessageContaining("has only 4");
  }

  @Test
  void refusesAttributesThatMakeNoSense() {
    assertThatThrownBy(() -> window(attributes("strides", 2), 3, 3))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("strides")
        .hasMessageContaining("expected 2 entries");
    assertThatThrownBy(() -> window(attributes("dilations", 0), 3))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("at least 1");
    assertThatThrownBy(
            () -> window(Attributes.none().with("auto_pad", AttributeValue.of("FULL")), 3))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("FULL");
    assertThatThrownBy(() -> Window.kernelShape(Attributes.none(), 2))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("kernel_shape");
  }

  @Test
  void doesNotOverflow() {
    Window window = window(attributes("pads", Long.MAX_VALUE, Long.MAX_VALUE), 1);
    assertThat(window.outputSizes(List.of(Size.ONE)))
        .containsExactly(Size.of(Long.MAX_VALUE).times(2).plus(Size.ONE));
  }

  @Test
  void takesAnEmptyListForAnAbsentOne() {
    assertThat(Window.list(attributes("pads"), "pads", 2, 7)).containsExactly(7, 7);
  }
}
