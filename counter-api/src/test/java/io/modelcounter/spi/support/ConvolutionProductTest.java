package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class ConvolutionProductTest {

  private static ConvolutionProduct product(String channels, String group) {
    return new ConvolutionProduct(
        Size.parse("batch"),
        Size.of(100),
        Size.parse(channels),
        Size.parse(channels),
        Size.parse(group),
        Size.of(9));
  }

  @Test
  void dividesTheWorkByTheGroups() {
    assertThat(product("8", "1").multiplyAdds()).isEqualTo(Size.parse("57600*batch"));
    assertThat(product("8", "2").multiplyAdds()).isEqualTo(Size.parse("28800*batch"));
    assertThat(product("8", "8").multiplyAdds()).isEqualTo(Size.parse("7200*batch"));
    assertThat(product("c", "c").multiplyAdds()).isEqualTo(Size.parse("900*batch*c"));
  }

  @Test
  void startsOneSumPerOutputElement() {
    Work work = product("8", "1").work(ElementType.FLOAT32, Size.parse("800*batch"));
    assertThat(work.amount(WorkKind.SUM_START)).isEqualTo(Size.parse("800*batch"));
  }

  @Test
  void startsNoSumWithoutProducts() {
    assertThat(product("0", "0").work(ElementType.FLOAT32, Size.of(800)).isNone()).isTrue();
  }

  @Test
  void explainsItself() {
    assertThat(product("8", "2").formula("output positions").text())
        .isEqualTo(
            "N * positions * C_in * C_out / group * kernel with N = batch, positions = 100,"
                + " C_in = 8, C_out = 8, group = 2, kernel = 9");
  }
}
