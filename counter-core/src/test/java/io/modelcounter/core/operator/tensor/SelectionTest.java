package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.FAMILY;
import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.core.operator.tensor.Steps.vector;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static Optional<Size> most(Inferred output, int axis) {
    return ((TensorType) output.type()).shape().dim(axis).largest();
  }

  private static TensorValue bools(Boolean... values) {
    return TensorValue.vector(ElementType.BOOL, Arrays.stream(values).map(Scalar::of).toList());
  }

  @Test
  void gatherPutsTheIndicesInPlaceOfTheAxis() {
    TestCall call = TestCall.onnx("Gather", 13).input("float32[batch, 5, 6]");
    assertThat(infer(call.input("int64[n, 2]").attribute("axis", 1L)))
        .hasSizes("batch", "n", "2", "6");
    assertThat(infer(call.scalarValue(0).attribute("axis", -1L))).hasSizes("batch", "5");
    assertThat(infer(call.input("int64[?]"))).hasUnknownRank();
  }

  @Test
  void gatherNdTakesWhatTheCoordinatesLeaveOpen() {
    TestCall call = TestCall.onnx("GatherND", 13).input("float32[batch, 5, 6, 7]");
    assertThat(infer(call.input("int64[n, 2]"))).hasSizes("n", "6", "7");
    assertThat(infer(call.input("int64[batch, n, 1]").attribute("batch_dims", 1L)))
        .hasSizes("batch", "n", "6", "7");
    assertThat(infer(call.input("int64[n, k]"))).hasUnknownRank();
    assertThatThrownBy(() -> infer(call.input("int64[n, 5]")))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(call.input("int64[n, 2]").attribute("batch_dims", 2L)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void gatherElementsHasTheShapeOfItsIndices() {
    TestCall call = TestCall.onnx("GatherElements", 13).input("float32[batch, 5]");
    assertThat(infer(call.input("int64[batch, 2]"))).hasType("float32[batch, 2]");
    assertThatThrownBy(() -> infer(call.input("int64[2]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void scatteringKeepsTheShapeOfItsData() {
    TestCall elements = TestCall.onnx("ScatterElements", 18).input("float32[batch, 5]");
    assertThat(infer(elements.input("int64[batch, 2]").input("float32[batch, 2]")))
        .hasType("float32[batch, 5]");
    assertThatThrownBy(() -> infer(elements.input("int64[2]").input("float32[2]")))
        .isInstanceOf(InvalidNodeException.class);
    TestCall slices = TestCall.onnx("ScatterND", 18).input("float32[batch, 5]");
    assertThat(infer(slices.input("int64[n, 1]").input("float32[n, 5]")))
        .hasType("float32[batch, 5]");
    assertThatThrownBy(() -> infer(slices.input("int64[n, 3]").input("float32[n]")))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("3 coordinates");
  }

  @Test
  void compressTakesAsManyAsTheConditionHolds() {
    TestCall call = TestCall.onnx("Compress", 11).input("float32[batch, 6]");
    TestCall known = call.values(bools(false, true, true));
    assertThat(infer(known)).hasSizes("2");
    assertThat(infer(known.attribute("axis", 1L))).hasSizes("batch", "2");
    Inferred unknown = infer(call.input("bool[4]").attribute("axis", 1L));
    assertThat(unknown).hasSizes("batch", "Y.count");
    assertThat(most(unknown, 1)).contains(Size.of(4));
    assertThat(infer(TestCall.onnx("Compress", 9).sizes("a", "b").values(bools(false, true))))
        .hasValue("b");
  }

  @Test
  void nonZeroCountsKnownElements() {
    Inferred places = infer(TestCall.onnx("NonZero", 13).sizes("0", "batch", "0", "n + 1"));
    assertThat(places).hasType("int64[1, 2]").hasValue(1, 3);
    Inferred unknown = infer(TestCall.onnx("NonZero", 13).input("float32[batch, 5]"));
    assertThat(unknown).hasSizes("2", "Y.count");
    assertThat(most(unknown, 1)).contains(Size.parse("5*batch"));
    assertThat(infer(TestCall.onnx("NonZero", 13).sizes("n - 1"))).hasSizes("1", "Y.count");
    assertThat(infer(TestCall.onnx("NonZero", 13).input("bool[]"))).hasSizes("0", "Y.count");
  }

  @Test
  void uniqueCountsKnownElements() {
    TestCall call = TestCall.onnx("Unique", 11).outputs("Y", "I", "J", "K");
    assertThat(call.value(2, 1, 1, 3, 4, 3).shapes(FAMILY))
        .containsExactly("int64[4]", "int64[4]", "int64[6]", "int64[4]");
    Inferred rows = infer(TestCall.onnx("Reshape", 13).input(vector(1, 0, 1, 0, 2, 3)).value(3, 2));
    assertThat(call.input(rows).attribute("axis", 0L).shapes(FAMILY))
        .containsExactly("int64[2, 2]", "int64[2]", "int64[3]", "int64[2]");
    assertThat(call.input("float32[n, 4]").attribute("axis", 1L).shapes(FAMILY))
        .containsExactly("float32[n, Y.count]", "int64[Y.count]", "int64[4]", "int64[Y.count]");
  }

  @Test
  void oneHotInsertsItsDepth() {
    TestCall call = TestCall.onnx("OneHot", 11).input("int64[batch, n]");
    assertThat(infer(call.scalarValue(7).input("float16[2]"))).hasType("float16[batch, n, 7]");
    assertThat(infer(call.input("int64[]").input("float16[2]")))
        .hasType("float16[batch, n, Y.depth]");
    assertThat(infer(call.scalarValue(7).input("float16[2]").attribute("axis", 0L)))
        .hasSizes("7", "batch", "n");
    assertThatThrownBy(() -> infer(call.scalarValue(0).input("float16[2]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void suppressionHasAtMostTheLimitOfEachClass() {
    TestCall call =
        TestCall.onnx("NonMaxSuppression", 11)
            .input("float32[batch, 500, 4]")
            .input("float32[batch, 80, 500]");
    Inferred selected = infer(call.value(100));
    assertThat(selected).hasType("int64[\"Y.count\", 3]");
    assertThat(most(selected, 0)).contains(Size.parse("8000*batch"));
    assertThat(most(infer(call.input("int64[1]")), 0)).contains(Size.parse("40000*batch"));
    assertThat(infer(call)).hasSizes("0", "3");
    TestCall matrix = TestCall.onnx("NonMaxSuppression", 11).input("float32[1, 5, 4]");
    assertThatThrownBy(() -> infer(matrix.input("float32[1, 5]").value(10)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected [N, C, B]");
  }

  /** The second box shares 1/3 with the first, the third 1/9 with it and 7/13 with the second. */
  private static TestCall knownBoxes() {
    return TestCall.onnx("NonMaxSuppression", 11)
        .input(reals(new long[] {1, 4, 4}, 0, 0, 1, 1, 0, 0.5, 1, 1.5, 1, 0.8, 0, 1.8, 5, 5, 6, 6))
        .input(reals(new long[] {1, 1, 4}, 0.9, 0.8, 0.7, 0.1));
  }

  private static Inferred reals(long[] dims, double... elements) {
    List<Scalar> scalars = Arrays.stream(elements).mapToObj(Scalar::real).toList();
    return Inferred.of(TensorValue.of(ElementType.FLOAT32, dims, scalars));
  }

  @Test
  void selectsBoxesThatAreAllKnown() {
    TestCall call = knownBoxes().value(10);
    assertThat(infer(call.input(reals(new long[] {1}, 0.3)))).hasValue(0, 0, 0, 0, 0, 2, 0, 0, 3);
    assertThat(infer(call.input(reals(new long[] {1}, 0.4)))).hasValue(0, 0, 0, 0, 0, 1, 0, 0, 3);
    assertThat(infer(call.input(reals(new long[] {1}, 0.6)))).hasSizes("4", "3");
    assertThat(infer(call.input(reals(new long[] {1}, 0.3)).input(reals(new long[] {1}, 0.7))))
        .hasValue(0, 0, 0);
    assertThat(infer(knownBoxes().value(2).input(reals(new long[] {1}, 0.3))))
        .hasValue(0, 0, 0, 0, 0, 2);
    assertThat(infer(call.input("float32[1]"))).hasNoValue();
  }

  @Test
  void takesBoxesByTheirMiddleIfToldTo() {
    TestCall call =
        TestCall.onnx("NonMaxSuppression", 11)
            .input(reals(new long[] {1, 2, 4}, 0.5, 0.5, 1, 1, 0.5, 1, 1, 1))
            .input(reals(new long[] {1, 1, 2}, 0.2, 0.9))
            .value(10)
            .attribute("center_point_box", 1L);
    assertThat(infer(call.input(reals(new long[] {1}, 0.3)))).hasValue(0, 0, 1);
    assertThat(infer(call.input(reals(new long[] {1}, 0.4)))).hasValue(0, 0, 1, 0, 0, 0);
  }
}
