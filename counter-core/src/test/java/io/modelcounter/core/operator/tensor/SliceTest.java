package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
  private static final long END = Long.MAX_VALUE;

  private static TestCall slice(String data, String start, String end) {
    return TestCall.onnx("Slice", 13).input(data).sizes(start).sizes(end);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 1, 4",
    "2, 100, 1, 8",
    "-3, 9223372036854775807, 1, 3",
    "-100, -2, 1, 8",
    "1, -1, 3, 3",
    "7, 3, 1, 0",
    "20, 30, 1, 0",
    "-1, -9223372036854775808, -1, 10",
    "9, 0, -2, 5",
    "100, -100, -3, 4",
    "2, 5, -1, 0"
  })
  void clampsConstantBounds(long start, long end, long step, String length) {
    TestCall call =
        TestCall.onnx("Slice", 10)
            .input("float32[10]")
            .value(start)
            .value(end)
            .value(0)
            .value(step);
    assertThat(infer(call)).hasSizes(length);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 9223372036854775807, n - 1",
    "0, -1, n - 1",
    "-1, 2147483647, 1",
    "0, 1, 1",
    "0, 512, 'min(n, 512)'",
    "0, n, n",
    "n - 1, n, 1",
    "-n, 9223372036854775807, n",
    "0, m, 'min(m, n)'"
  })
  void clampsOnASymbolicAxis(String start, String end, String length) {
    assertThat(infer(slice("float32[n]", start, end))).hasSizes(length);
  }

  @Test
  void clampsASymbolicEndOnAConstantAxis() {
    assertThat(infer(slice("int64[1, 512]", "0", "1"))).hasSizes("1", "512");
    TestCall call =
        TestCall.onnx("Slice", 13).input("int64[1, 512]").value(0).sizes("sequence").value(1);
    assertThat(infer(call)).hasSizes("1", "min(sequence, 512)");
  }

  @Test
  void aSymbolicWindowLiesInsideItsTable() {
    assertThat(infer(slice("float32[1024]", "past", "past + sequence"))).hasSizes("sequence");
    assertThat(infer(slice("float32[1024]", "total - query", "total"))).hasSizes("query");
  }

  @ParameterizedTest
  @CsvSource({"2, 5, 9", "5, 2, 9", "3, 3, 9", "1, 9, 4"})
  void anUndecidedSignIsDecidedWhenNumbersAreKnown(long a, long b, long n) {
    Size length =
        ((TensorType) infer(slice("float32[n]", "a - b", "9223372036854775807")).type())
            .shape()
            .dim(0);
    long start = a - b < 0 ? Math.max(0, a - b + n) : a - b;
    Bindings numbers = Bindings.of("a", a).with("b", b).with("n", n);
    assertThat(length.bind(numbers)).isEqualTo(Size.of(Math.max(0, n - start)));
  }

  @Test
  void unknownBoundsLeaveABoundedSize() {
    TestCall call =
        TestCall.onnx("Slice", 13).input("float32[batch, 10]").value(0).input("int64[1]").value(1);
    Shape shape = ((TensorType) infer(call).type()).shape();
    assertThat(shape.dims()).hasToString("[batch, Y.dim1]");
    assertThat(shape.dim(1).largest()).contains(Size.of(10));
  }

  @Test
  void unknownAxesLeaveOnlyTheRank() {
    TestCall call =
        TestCall.onnx("Slice", 13).input("float32[4, 10]").value(0).value(2).input("int64[1]");
    assertThat(infer(call)).hasSizes("Y.dim0", "Y.dim1");
  }

  @Test
  void attributesOfVersionOneNameTheBounds() {
    TestCall call =
        TestCall.onnx("Slice", 1)
            .input("float32[20, 10, 5]")
            .attribute("axes", 0, 2)
            .attribute("starts", 3, -2)
            .attribute("ends", 1000, 5);
    assertThat(infer(call)).hasSizes("17", "10", "2");
  }

  @Test
  void refusesWhatIsNoSlice() {
    TestCall data = TestCall.onnx("Slice", 13).input("float32[4, 10]");
    assertThatThrownBy(() -> infer(data.value(0).value(2).value(0).value(0)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("step");
    assertThatThrownBy(() -> infer(data.value(0).value(2, 3).value(0)))
        .hasMessageContaining("ends has 2 entries");
    assertThatThrownBy(() -> infer(data.value(0).value(END).value(2)))
        .hasMessageContaining("out of range");
  }
}
