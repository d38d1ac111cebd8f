package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartialReadsTest {
  private static final int TABLE = 1;

  private static Call call(Shape table) {
    return Call.of(new OperatorId("acme", "Lookup", 1))
        .input(Inferred.tensor(ElementType.INT64, Shape.of(5)))
        .storedInput(Inferred.tensor(ElementType.FLOAT16, table))
        .absentInput()
        .output("Y")
        .output("")
        .build()
        .withOutputs(
            List.of(
                ValueType.tensor(ElementType.FLOAT16, Shape.of(5, 8)),
                ValueType.tensor(ElementType.FLOAT16, Shape.of(5, 8))));
  }

  private static Traffic traffic(Call call) {
    return PartialReads.traffic(
        call,
        input ->
            input == TABLE
                ? Optional.of(TableRows.bytes(call, TABLE, Size.of(5)))
                : Optional.empty());
  }

  @Test
  void readsRowsOfATableAndAllOfTheRest() {
    Traffic traffic = traffic(call(Shape.of(1_000, 8)));
    assertThat(traffic.readBytes()).isEqualTo(Amount.exact(Size.of(5 * 8 + 5 * 8 * 2)));
    assertThat(traffic.writeBytes()).isEqualTo(Amount.exact(Size.of(5 * 8 * 2)));
  }

  @Test
  void doesNotKnowTheRowsOfATableOfUnknownRank() {
    assertThat(traffic(call(Shape.unknownRank("who knows"))).readBytes().isExact()).isFalse();
  }

  @Test
  void refusesAScalarForATable() {
    assertThatThrownBy(() -> traffic(call(Shape.scalar())))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected a table");
  }
}
