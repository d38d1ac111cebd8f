package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.FAMILY;
import static io.modelcounter.core.operator.tensor.Steps.concat;
import static io.modelcounter.core.operator.tensor.Steps.gather;
import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.core.operator.tensor.Steps.scalar;
import static io.modelcounter.core.operator.tensor.Steps.shape;
import static io.modelcounter.core.operator.tensor.Steps.unsqueeze;
import static io.modelcounter.core.operator.tensor.Steps.vector;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shape arithmetic as exporters write it. */
class ValuePropagationTest {
  private static final String HIDDEN = "float32[batch, sequence, 768]";

  @Test
  void headsAreSplitByPiecesOfTheShape() {
    Inferred shape = shape(HIDDEN);
    Inferred target =
        concat(unsqueeze(gather(shape, 0)), unsqueeze(gather(shape, 1)), vector(12), vector(64));
    assertThat(target).hasValue("batch", "sequence", "12", "64");
    assertThat(infer(TestCall.onnx("Reshape", 13).input(HIDDEN).input(target)))
        .hasSizes("batch", "sequence", "12", "64");
  }

  @Test
  void anInferredSizeNeedsNoOtherPiece() {
    Inferred target = concat(unsqueeze(gather(shape(HIDDEN), 0)), vector(-1, 12, 64));
    assertThat(infer(TestCall.onnx("Reshape", 13).input(HIDDEN).input(target)))
        .hasSizes("batch", "sequence", "12", "64");
  }

  @Test
  void onePieceThatIsNotKnownIsWhatTheOthersLeave() {
    Inferred unknown = Inferred.tensor(ElementType.INT64, Shape.of(1));
    Inferred target = concat(unsqueeze(gather(shape(HIDDEN), 0)), unknown, vector(768));
    assertThat(target).hasValue("batch", "?", "768");
    assertThat(infer(TestCall.onnx("Reshape", 13).input(HIDDEN).input(target)))
        .hasSizes("batch", "sequence", "768");
  }

  @Test
  void aRangeOfSymbolicLengthComesFromOnes() {
    Inferred length = unsqueeze(gather(shape("int64[batch, sequence]"), 1));
    Inferred ones =
        infer(
            TestCall.onnx("ConstantOfShape", 9)
                .input(length)
                .attribute("value", TensorSamples.tensor(ElementType.INT64, Scalar.of(1))));
    Inferred places = infer(TestCall.onnx("NonZero", 9).input(ones));
    assertThat(places).hasType("int64[1, sequence]");
    Inferred column = infer(TestCall.onnx("Transpose", 9).input(places));
    assertThat(infer(TestCall.onnx("Squeeze", 9).input(column).attribute("axes", new long[] {1})))
        .hasType("int64[sequence]");
  }

  @Test
  void aRangeOfKnownLengthHasElements() {
    Inferred ones =
        infer(
            TestCall.onnx("ConstantOfShape", 9)
                .value(4)
                .attribute("value", TensorSamples.tensor(ElementType.INT64, Scalar.of(1))));
    Inferred places = infer(TestCall.onnx("NonZero", 9).input(ones));
    Inferred column = infer(TestCall.onnx("Transpose", 9).input(places));
    assertThat(infer(TestCall.onnx("Squeeze", 9).input(column).attribute("axes", new long[] {1})))
        .hasValue(0, 1, 2, 3);
  }

  @Test
  void padsAreTurnedRoundAsExportersDo() {
    Inferred zeros =
        infer(
            TestCall.onnx("ConstantOfShape", 9)
                .value(4)
                .attribute("value", TensorSamples.tensor(ElementType.INT64, Scalar.of(0))));
    Inferred pairs =
        infer(TestCall.onnx("Reshape", 13).input(concat(vector(1, 2, 3, 4), zeros)).value(-1, 2));
    Inferred turned =
        infer(
            TestCall.onnx("Slice", 13)
                .input(pairs)
                .value(-1)
                .value(-9223372036854775807L)
                .value(0)
                .value(-1));
    Inferred pads =
        infer(
            TestCall.onnx("Reshape", 13)
                .input(infer(TestCall.onnx("Transpose", 13).input(turned)))
                .value(-1));
    assertThat(pads).hasValue(0, 0, 3, 1, 0, 0, 4, 2);
    assertThat(infer(TestCall.onnx("Pad", 13).input("float32[batch, 3, h, w]").input(pads)))
        .hasSizes("batch", "3", "h + 7", "w + 3");
  }

  @Test
  void symbolsFollowEverySelection() {
    Inferred shape = shape("float32[batch, 3, h, w]");
    assertThat(infer(TestCall.onnx("Slice", 13).input(shape).value(2).value(Long.MAX_VALUE)))
        .hasValue("h", "w");
    assertThat(infer(TestCall.onnx("Gather", 13).input(shape).value(-1, 0))).hasValue("w", "batch");
    assertThat(infer(TestCall.onnx("Tile", 13).input(vector(1, 2)).value(2))).hasValue(1, 2, 1, 2);
    assertThat(infer(TestCall.onnx("GatherND", 13).input(shape).input(matrix(2, 1, 3, 2))))
        .hasValue("w", "h");
    assertThat(infer(TestCall.onnx("GatherElements", 13).input(shape).value(1, 1, 2)))
        .hasValue("3", "3", "h");
    List<Inferred> halves = TestCall.onnx("Split", 13).input(shape).outputs("A", "B").infer(FAMILY);
    assertThat(halves.get(0)).hasValue("batch", "3");
    assertThat(halves.get(1)).hasValue("h", "w");
  }

  @Test
  void symbolsAreWrittenIntoPlaces() {
    TestCall scatter =
        TestCall.onnx("ScatterND", 16).value(1, 1, 1).input(matrix(2, 1, 0, 2)).sizes("a", "b");
    assertThat(infer(scatter)).hasValue("a", "1", "b");
    TestCall elements =
        TestCall.onnx("ScatterElements", 18)
            .value(1, 2, 3)
            .value(1, -1)
            .sizes("a", "b")
            .attribute("reduction", "add");
    assertThat(infer(elements)).hasValue("1", "a + 2", "b + 3");
  }

  @Test
  void anIndexThatIsNotKnownLeavesItsElementOpen() {
    Inferred data = shape("float32[batch, 3, h, w]");
    Inferred indices =
        concat(vector(2), Inferred.tensor(ElementType.INT64, Shape.of(1)), vector(7));
    assertThat(infer(TestCall.onnx("Gather", 13).input(data).input(indices)))
        .hasValue("h", "?", "?");
    TestCall scatter = TestCall.onnx("ScatterElements", 18).input(data).input("int64[1]").value(1);
    assertThat(infer(scatter)).hasNoValue();
  }

  @Test
  void triangleAndDiagonalOfSmallMatricesAreKnown() {
    TestCall ones = TestCall.onnx("Expand", 13).input(scalar("n")).value(2, 2);
    assertThat(infer(TestCall.onnx("Trilu", 14).input(infer(ones)).scalarValue(0)))
        .hasValue("n", "n", "0", "n");
    assertThat(
            infer(
                TestCall.onnx("Trilu", 14)
                    .input(infer(ones))
                    .scalarValue(-1)
                    .attribute("upper", 0L)))
        .hasValue("0", "0", "n", "0");
    assertThat(infer(TestCall.onnx("EyeLike", 9).input("int64[2, 3]").attribute("k", 1L)))
        .hasValue(0, 1, 0, 0, 0, 1);
  }

  @Test
  void oneHotOfKnownIndices() {
    TestCall call = TestCall.onnx("OneHot", 11).value(1, -1).scalarValue(3).sizes("0", "n");
    assertThat(infer(call)).hasType("int64[2, 3]").hasValue("0", "n", "0", "0", "0", "n");
    assertThat(infer(call.attribute("axis", 0L)))
        .hasType("int64[3, 2]")
        .hasValue("0", "0", "n", "0", "0", "n");
  }

  @Test
  void tensorsTooLargeAreNotFollowed() {
    assertThat(infer(TestCall.onnx("ConstantOfShape", 9).value(TensorValue.MAX_ELEMENTS)))
        .hasType("float32[65536]");
    Inferred large = infer(TestCall.onnx("ConstantOfShape", 9).value(TensorValue.MAX_ELEMENTS, 2));
    assertThat(large).hasNoValue();
    assertThat(infer(TestCall.onnx("NonZero", 13).input(large))).hasSizes("2", "0");
    assertThat(infer(TestCall.onnx("Expand", 13).input(scalar("n")).value(1000, 1000)))
        .hasSizes("1000", "1000")
        .hasNoValue();
  }

  private static Inferred matrix(long rows, long columns, long... elements) {
    return infer(TestCall.onnx("Reshape", 13).value(elements).value(rows, columns));
  }
}
