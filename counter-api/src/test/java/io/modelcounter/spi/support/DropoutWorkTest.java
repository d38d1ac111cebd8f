package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropoutWorkTest {
  private static final ElementWork BIAS = ElementWork.of(WorkKind.ADD);
  private static final Size TEN = Size.of(10);

  private static Optional<Boolean> trains(Inferred mode) {
    return DropoutWork.trains(Call.of(OperatorId.onnx("Dropout", 13)).input(mode).build(), 0);
  }

  @Test
  void trainsOnlyIfTheInputSaysSo() {
    assertThat(trains(Inferred.of(TensorValue.scalar(ElementType.BOOL, Scalar.of(true)))))
        .contains(true);
    assertThat(trains(Inferred.tensor(ElementType.BOOL, Shape.scalar()))).isEmpty();
    Call absent = Call.of(OperatorId.onnx("Dropout", 13)).build();
    assertThat(DropoutWork.trains(absent, 0)).contains(false);
  }

  @Test
  void dropsNothingAtInference() {
    Optional<Boolean> no = Optional.of(false);
    assertThat(DropoutWork.cost(no, ElementWork.NONE, ElementType.FLOAT32, TEN).isFree()).isTrue();
    Cost biased = DropoutWork.cost(no, BIAS, ElementType.FLOAT32, TEN);
    assertThat(biased.low().amount(WorkKind.ADD)).isEqualTo(TEN);
    assertThat(biased.assumptions()).isEmpty();
  }

  @Test
  void comparesAndMultipliesTwiceInTraining() {
    Cost cost = DropoutWork.cost(Optional.of(true), BIAS, ElementType.FLOAT32, TEN);
    assertThat(cost.low().amount(WorkKind.COMPARE)).isEqualTo(TEN);
    assertThat(cost.low().amount(WorkKind.MULTIPLY)).isEqualTo(Size.of(20));
    assertThat(cost.assumptions()).containsExactly(DropoutWork.DRAWING);
  }

  @Test
  void liesBetweenBothWhereTheModeIsNotKnown() {
    Cost cost = DropoutWork.cost(Optional.empty(), BIAS, ElementType.FLOAT32, TEN);
    assertThat(cost.low().amount(WorkKind.ADD)).isEqualTo(TEN);
    assertThat(cost.low().amount(WorkKind.COMPARE)).isEqualTo(Size.ZERO);
    assertThat(cost.high().orElseThrow().amount(WorkKind.COMPARE)).isEqualTo(TEN);
  }
}
