package io.modelcounter.onnx.contrib.position;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class PositionOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(PositionOperators.all());

  @Test
  void rotatesAllOrAPartOfAHead() {
    assertThat(PositionSamples.rotary().shape(FAMILY)).isEqualTo("float16[batch, s, 64]");
    assertThat(PositionSamples.rotary().count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "128*batch*s")
        .hasWork(WorkKind.ADD, "64*batch*s");
    TestCall part =
        PositionSamples.rotary().attribute("num_heads", 4L).attribute("rotary_embedding_dim", 8L);
    assertThat(part.count(FAMILY)).hasWork(WorkKind.ADD, "32*batch*s");
    assertThat(PositionSamples.rotary().attribute("scale", 2.0).count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "192*batch*s");
  }

  @Test
  void readsARowOfTheTablesForEveryPosition() {
    TestCall call =
        PositionSamples.call("RotaryEmbedding")
            .input("float16[2, 10, 64]")
            .input("int64[2, 10]")
            .stored("float16[2048, 8]")
            .stored("float16[2048, 8]");
    assertThat(FAMILY.traffic(call.call(FAMILY)).readBytes())
        .isEqualTo(Amount.exact(Size.of(2 * 1280 + 8 * 20 + 2 * 20 * 8 * 2)));
    TestCall first =
        PositionSamples.call("RotaryEmbedding")
            .input("float16[1, 4, 10, 16]")
            .input("int64[1]")
            .stored("float16[2048, 8]")
            .stored("float16[2048, 8]");
    assertThat(FAMILY.traffic(first.call(FAMILY)).readBytes())
        .isEqualTo(Amount.exact(Size.of(2 * 640 + 8 + 2 * 10 * 8 * 2)));
    TestCall streams =
        PositionSamples.call("MRotaryEmbedding")
            .input("float16[1, 4, 10, 16]")
            .input("int64[3, 1, 10]")
            .stored("float16[2048, 8]")
            .stored("float16[2048, 8]");
    assertThat(FAMILY.traffic(streams.call(FAMILY)).readBytes())
        .isEqualTo(Amount.exact(Size.of(2 * 640 + 8 * 30 + 2 * 10 * 8 * 2)));
  }

  @Test
  void rotatesWithThreePositionsAsWithOne() {
    assertThat(PositionSamples.threeStreams().shape(FAMILY)).isEqualTo("float16[batch, 4, s, 16]");
    assertThat(PositionSamples.threeStreams().count(FAMILY)).hasWork(WorkKind.ADD, "64*batch*s");
  }

  @Test
  void takesSinesAndCosinesOfAngles() {
    assertThat(PositionSamples.gemma().shapes(FAMILY))
        .containsExactly("float16[batch, 4, s, 16]", "float16[batch, 1, s, 16]");
    // 16 angles a position, 5 heads of 16
    assertThat(PositionSamples.gemma().count(FAMILY))
        .hasWork(WorkKind.TRIGONOMETRIC, ElementType.FLOAT32, "32*batch*s")
        .hasWork(WorkKind.CONVERT, ElementType.FLOAT16, "32*batch*s")
        .hasWork(WorkKind.MULTIPLY, "160*batch*s")
        .hasWork(WorkKind.ADD, "80*batch*s");
    assertThat(PositionSamples.gemma().withUnknownRank(0).infer(FAMILY).get(0))
        .hasElementType(ElementType.FLOAT16);
  }

  @Test
  void copiesBiasesForThePairsThatTheLengthsSay() {
    assertThat(PositionSamples.bias().shape(FAMILY)).isEqualTo("float32[1, 8, q, k]");
    assertThat(PositionSamples.bias().count(FAMILY)).isFree();
    assertThat(FAMILY.role(PositionSamples.bias().call(FAMILY), 0)).isEqualTo(InputRole.PARAMETER);
    TestCall unknown =
        PositionSamples.call("RelativePositionBias")
            .stored("float32[32, 8]")
            .input("int64[]")
            .input("int64[]");
    assertThat(unknown.infer(FAMILY).get(0)).hasSizes("1", "8", "Y.queries", "Y.keys");
  }

  @Test
  void computesAGateForEveryQueryAndHead() {
    TestCall call =
        PositionSamples.call("GatedRelativePositionBias")
            .input("float32[2, 5, 32]")
            .stored("float32[32]")
            .input("float32[1, 4, 5, 5]")
            .stored("float32[8, 6]")
            .stored("float32[6]")
            .stored("float32[1, 4, 1, 1]")
            .attribute("num_heads", 4L);
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, 4, 5, 5]");
    // 40 rows of 8 * 6; 80 gates from 3 sums each; 200 pairs
    assertThat(call.count(FAMILY))
        .hasMultiplyAdds("1920")
        .hasWork(WorkKind.BIAS_ADD, "240")
        .hasWork(WorkKind.EXP, "80")
        .hasWork(WorkKind.ADD, "640") // 320 of the bias, 160 of sums, 80 of sigmoids, 80 of gates
        .hasWork(WorkKind.MULTIPLY, "280"); // 80 of gates, 200 of pairs
  }

  @Test
  void takesTheLengthOfPackedQueriesFromTheirOffsets() {
    TestCall call =
        PositionSamples.call("GatedRelativePositionBias")
            .input("float32[7, 32]")
            .stored("float32[32]")
            .input("float32[1, 4, 5, 5]")
            .stored("float32[8, 6]")
            .stored("float32[6]")
            .stored("float32[1, 4, 1, 1]")
            .input("int32[2, 5]")
            .attribute("num_heads", 4L);
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, 4, 5, 5]");
    assertThat(call.count(FAMILY)).hasMultiplyAdds("1344"); // 28 rows
  }
}
