package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.concat;
import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.core.operator.tensor.Steps.vector;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ReshapeTest {
  private static TestCall reshape(String data) {
    return TestCall.onnx("Reshape", 14).input(data);
  }

  @Test
  void zeroCopiesAndMinusOneTakesTheRest() {
    assertThat(infer(reshape("float32[batch, n, 12, 64]").value(0, 0, -1)))
        .hasType("float32[batch, n, 768]");
    assertThat(infer(reshape("float32[2, 3, 4]").value(4, -1))).hasType("float32[4, 6]");
    assertThat(infer(reshape("float32[]").value(-1))).hasType("float32[1]");
  }

  @Test
  void zeroMeansZeroWithAllowzero() {
    assertThat(infer(reshape("float32[0, 3]").value(3, 0).attribute("allowzero", 1L)))
        .hasType("float32[3, 0]");
  }

  @Test
  void attributeOfVersionOneHoldsTheShape() {
    TestCall call = TestCall.onnx("Reshape", 1).input("float32[batch, 6]");
    assertThat(infer(call.attribute("shape", 0, -1, 2))).hasSizes("batch", "3", "2");
    assertThatThrownBy(() -> infer(call)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void symbolicSizesDivideExactly() {
    assertThat(infer(reshape("float32[batch, n, 768]").sizes("batch*n", "-1")))
        .hasSizes("batch*n", "768");
    assertThat(infer(reshape("float32[batch, 256, h, w]").sizes("batch", "256", "-1")))
        .hasSizes("batch", "256", "h*w");
    assertThat(infer(reshape("float32[batch, 7*n]").sizes("-1", "7"))).hasSizes("batch*n", "7");
  }

  @Test
  void sizesInCommonAreTakenOutOfTheDivision() {
    assertThat(infer(reshape("float32[batch, floor(h/8), 64]").sizes("floor(h/8)", "16", "-1")))
        .hasSizes("floor(h/8)", "16", "4*batch");
  }

  @Test
  void whatMustDivideIsRoundedDown() {
    assertThat(infer(reshape("float32[batch, n]").value(4, -1))).hasSizes("4", "floor(batch*n/4)");
  }

  @Test
  void fewerThanTwoSizesOpenAreFound() {
    assertThat(infer(reshape("float32[2, 3, 4]").input("int64[1]"))).hasSizes("24");
    assertThat(infer(reshape("float32[2, 3, 4]").input("int64[2]"))).hasSizes("Y.dim0", "Y.dim1");
    assertThat(infer(reshape("float32[2, 3, 4]").input("int64[n]")))
        .hasUnknownRankBecause("how many");
  }

  @Test
  void knowsWhatItCanOfDataOfUnknownRank() {
    assertThat(infer(reshape("float32[?]").value(0, -1, 12, 64)))
        .hasSizes("Y.dim0", "Y.dim1", "12", "64");
  }

  @Test
  void aTensorWithoutElementsKeepsItsOtherSizes() {
    assertThat(infer(reshape("float32[0, 3]").value(0, -1))).hasSizes("0", "3");
    Inferred target = concat(vector(0), Inferred.tensor(ElementType.INT64, Shape.of(1)));
    assertThat(infer(reshape("float32[2, 0]").input(target).attribute("allowzero", 1L)))
        .hasSizes("0", "Y.dim1");
    TestCall both = reshape("float32[0, 3]").value(3, 0, -1).attribute("allowzero", 1L);
    assertThatThrownBy(() -> infer(both)).hasMessageContaining("both -1 and");
  }

  @Test
  void refusesWhatNeverFits() {
    assertThatThrownBy(() -> infer(reshape("float32[2, 3]").value(4, -1)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("do not fit");
    assertThatThrownBy(() -> infer(reshape("float32[2*n, 3]").value(5, 5)))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(reshape("float32[2, 3]").value(-1, -1)))
        .hasMessageContaining("more than once");
    assertThatThrownBy(() -> infer(reshape("float32[2, 3]").value(2, 3, 0)))
        .hasMessageContaining("copies a size");
    assertThatThrownBy(() -> infer(reshape("float32[2, 3]").value(-2, 3)))
        .hasMessageContaining("at least 0");
  }

  @Test
  void allowsOneBatchForAnother() {
    assertThat(infer(reshape("float32[batch, 512]").value(1, 512))).hasSizes("1", "512");
  }
}
