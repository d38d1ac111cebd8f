package io.modelcounter.core.operator.image;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.FamilyCounterTck;
import io.modelcounter.tck.FamilyShapeTck;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.WrongCalls;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImageOperatorsTest {
  private static final TestCall DECODER = TestCall.onnx("ImageDecoder", 20).input("uint8[bytes]");

  static TensorValue scales(double... values) {
    return TensorValue.vector(
        ElementType.FLOAT32,
        Arrays.stream(values).mapToObj(value -> Scalar.real((float) value)).toList());
  }

  private static TestCall image(String name, int version) {
    return TestCall.onnx(name, version).input("float32[batch, 4, height, width]");
  }

  private static List<TestCall> counted() {
    return List.of(
        image("Resize", 10).values(scales(1, 1, 2, 0.5)),
        image("Resize", 11)
            .stored("float32[0]")
            .values(scales(1, 1, 2, 1.5))
            .attribute("mode", "linear"),
        image("Resize", 19)
            .absent()
            .absent()
            .sizes("height + 3", "2*width")
            .attribute("axes", 2, 3)
            .attribute("mode", "cubic")
            .attribute("antialias", 1),
        image("Upsample", 7).attribute("scales", 1.0, 1.0, 2.0, 2.0).attribute("mode", "linear"),
        image("GridSample", 16).input("float32[batch, 10, columns, 2]"),
        TestCall.onnx("AffineGrid", 20)
            .input("float32[batch, 2, 3]")
            .sizes("batch", "3", "height", "width"),
        image("DepthToSpace", 1).attribute("blocksize", 2),
        image("SpaceToDepth", 13).attribute("blocksize", 8),
        TestCall.onnx("Col2Im", 18).input("float32[batch, 5*c, 5]").value(5, 5).value(1, 5),
        image("CenterCropPad", 18).sizes("10", "width + 1").attribute("axes", -2, -1),
        image("Crop", 1).attribute("border", 1, 2, 3, 4),
        image("ImageScaler", 1).attribute("bias", 1.0, 2.0, 3.0, 4.0));
  }

  @Nested
  class Shapes extends FamilyShapeTck {
    Shapes() {
      super(ImageOperators.all(), Stream.concat(counted().stream(), Stream.of(DECODER)).toList());
    }
  }

  @Nested
  class Counts extends FamilyCounterTck {
    Counts() {
      super(
          ImageOperators.all().stream()
              .filter(operator -> !(operator instanceof ImageDecoder))
              .toList(),
          counted());
    }
  }

  @Test
  void throwsOnlyWhatIsDeclaredHoweverWrongAnImageFileIs() {
    assertThatCode(() -> WrongCalls.ask(ImageOperators.all(), List.of(DECODER)))
        .doesNotThrowAnyException();
  }
}
