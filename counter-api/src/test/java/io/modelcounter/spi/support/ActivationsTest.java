package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  private static final ElementType TYPE = ElementType.FLOAT32;

  @Test
  void findsAFunctionByItsNameInAnyCase() {
    assertThat(Activations.named("LeakyRelu")).contains(Activations.LEAKY_RELU);
    assertThat(Activations.named("RELU")).contains(Activations.RELU);
    assertThat(Activations.named("silu")).contains(Activations.SWISH);
    assertThat(Activations.named("Snake")).isEmpty();
  }

  @Test
  void countsEveryOperationOfAGelu() {
    // x / sqrt(2), erf, + 1, * x, * 0.5
    assertThat(Activations.GELU.times(TYPE, Size.ONE))
        .isEqualTo(
            Work.of(WorkKind.DIVIDE, TYPE, Size.ONE)
                .and(WorkKind.ERROR_FUNCTION, TYPE, Size.ONE)
                .and(WorkKind.ADD, TYPE, Size.ONE)
                .and(WorkKind.MULTIPLY, TYPE, Size.of(2)));
    assertThat(Activations.TANH_GELU.total()).isEqualTo(Size.of(9));
  }

  @Test
  void multipliesASigmoidForASwish() {
    assertThat(Activations.SWISH.total()).isEqualTo(Size.of(5));
    assertThat(Activations.SCALED_SWISH.total()).isEqualTo(Size.of(6));
  }
}
