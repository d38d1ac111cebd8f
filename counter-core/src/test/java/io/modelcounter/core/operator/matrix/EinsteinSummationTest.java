package io.modelcounter.core.operator.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EinsteinSummationTest {
  private static final EinsteinSummation EINSUM = new EinsteinSummation();

  private static TestCall einsum(String equation, String... operands) {
    TestCall call = TestCall.onnx("Einsum", 12).attribute("equation", equation);
    for (String operand : operands) {
      call = call.input("float32" + operand);
    }
    return call;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ij,jk->ik; [2, 3]; [3, 4]; [2, 4]; 24",
        "ij,jk; [2, 3]; [3, 4]; [2, 4]; 24",
        "nij , njk -> nik; [3, 4, 5]; [3, 5, 6]; [3, 4, 6]; 360",
        "...ij,...jk->...ik; [2, 3, 4, 5]; [2, 3, 5, 6]; [2, 3, 4, 6]; 720",
        "...ij,...jk; [2, 1, 4, 5]; [3, 5, 6]; [2, 3, 4, 6]; 720",
        "i,i->; [n]; [n]; []; n",
        "i,j->ij; [4]; [5]; [4, 5]; 20",
        "ab,ab->ab; [4, 1]; [4, 5]; [4, 5]; 20",
        "aAb,b->Aa; [2, 3, 4]; [4]; [3, 2]; 24",
        "bqhd,bkhd->bhqk; [b, q, 12, 64]; [b, k, 12, 64]; [b, 12, q, k]; 768*b*k*q",
      })
  void multipliesTheSizesOfAllLabels(
      String equation, String left, String right, String output, String multiplyAdds) {
    TestCall call = einsum(equation, left, right);
    assertThat(call.shape(EINSUM)).isEqualTo("float32" + output);
    assertThat(call.count(EINSUM)).hasMultiplyAdds(multiplyAdds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ij->i; [3, 4]; [3]; 9",
        "ii->; [5, 5]; []; 4",
        "ii; [5, 5]; []; 4",
        "...j->...; [2, 3, 4]; [2, 3]; 18",
      })
  void onlyAddsUpASingleOperand(String equation, String operand, String output, String additions) {
    TestCall call = einsum(equation, operand);
    assertThat(call.shape(EINSUM)).isEqualTo("float32" + output);
    assertThat(call.count(EINSUM)).hasWork(WorkKind.ADD, additions).hasOnlyWork(WorkKind.ADD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"ij->ji; [3, 4]; [4, 3]", "ii->i; [5, 5]; [5]", "...ii->...i; [2, 5, 5]; [2, 5]"})
  void isFreeWhereElementsAreOnlyMoved(String equation, String operand, String output) {
    TestCall call = einsum(equation, operand);
    assertThat(call.shape(EINSUM)).isEqualTo("float32" + output);
    assertThat(call.count(EINSUM)).isFree();
  }

  @Test
  void contractsMoreThanTwoOperandsFromLeftToRight() {
    TestCall call = einsum("ij,jk,kl->il", "[2, 3]", "[3, 4]", "[4, 5]");
    assertThat(call.shape(EINSUM)).isEqualTo("float32[2, 5]");
    assertThat(call.count(EINSUM))
        .hasMultiplyAdds("64") // 2 * 3 * 4, then 2 * 4 * 5
        .hasWork(WorkKind.SUM_START, "18") // 2 * 4, then 2 * 5
        .assumes("left to right");
  }

  @Test
  void startsOneSumPerOutputElement() {
    assertThat(einsum("ij,jk->ik", "[2, 3]", "[3, 4]").count(EINSUM))
        .hasWork(WorkKind.SUM_START, "8")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
  }

  @Test
  void takesOperandsForWeightsOnlyWhereALabelIsSummedOver() {
    assertThat(EINSUM.role(einsum("ij,jk->ik", "[2, 3]", "[3, 4]").call(), 1))
        .isEqualTo(InputRole.PARAMETER);
    assertThat(EINSUM.role(einsum("i,j->ij", "[2]", "[4]").call(), 1)).isEqualTo(InputRole.OPERAND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ij,jk->ik; [2, 3]; [4, 5]; broadcast",
        "ij,jk->ik; [2, 3, 4]; [3, 4]; fit",
        "ij->ij; [2, 3]; [3, 4]; terms",
        "i1,jk->ik; [2, 3]; [3, 4]; letters",
        "ij,jk->iz; [2, 3]; [3, 4]; no operand has",
      })
  void refusesAnEquationThatDoesNotFit(String equation, String left, String right, String part) {
    assertThatThrownBy(() -> einsum(equation, left, right).shape(EINSUM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining(part);
  }

  @Test
  void isUnknownWithoutAShape() {
    TestCall call = einsum("ij,jk->ik", "[2, 3]", "[3, 4]").withUnknownRank(1);
    assertThat(call.infer(EINSUM).get(0)).hasUnknownRank();
    assertThat(call.count(EINSUM)).isUnknown();
    assertThat(EINSUM.role(call.call(), 0)).isEqualTo(InputRole.OPERAND);
  }
}
