package io.modelcounter.core.operator.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeterminantTest {
  private static final Determinant DET = new Determinant();

  private static TestCall det(String type) {
    return TestCall.onnx("Det", 22).input(type);
  }

  @Test
  void leavesTheBatch() {
    assertThat(det("float32[batch, 2, 5, 5]").shape(DET)).isEqualTo("float32[batch, 2]");
    assertThat(det("float32[5, 5]").shape(DET)).isEqualTo("float32[]");
  }

  /** Elimination step k of an m x m matrix takes m - k divisions and (m - k)^2 updates. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0, 0", "2, 2, 1, 1", "3, 7, 5, 3", "4, 17, 14, 6"})
  void eliminatesStepByStep(int m, String multiply, String add, String divide) {
    assertThat(det("float32[" + m + ", " + m + "]").count(DET))
        .hasWork(WorkKind.MULTIPLY, multiply)
        .hasWork(WorkKind.ADD, add)
        .hasWork(WorkKind.DIVIDE, divide)
        .assumes("Gaussian elimination");
  }

  @Test
  void explainsItsWorkByTheOrderOfTheMatrices() {
    assertThat(det("float32[batch, 5, 5]").count(DET).formula().text())
        .isEqualTo(
            "batch * (M * (M - 1) * (2 * M - 1) / 3 + M * (M - 1) / 2 + M - 1)"
                + " with batch = batch, M = 5");
  }

  @Test
  void refusesWhatIsNotSquare() {
    assertThatThrownBy(() -> det("float32[3, 4]").shape(DET))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[3, 4]");
    assertThatThrownBy(() -> det("float32[3]").shape(DET)).isInstanceOf(InvalidNodeException.class);
  }
}
