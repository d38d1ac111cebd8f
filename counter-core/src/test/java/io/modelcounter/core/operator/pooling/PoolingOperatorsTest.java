package io.modelcounter.core.operator.pooling;

import io.modelcounter.tck.FamilyCounterTck;
import io.modelcounter.tck.FamilyShapeTck;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Nested;

class PoolingOperatorsTest {
  private static List<TestCall> calls() {
    return List.of(
        image("AveragePool", 19)
            .attribute("kernel_shape", 3, 3)
            .attribute("strides", 2, 2)
            .attribute("ceil_mode", 1),
        image("MaxPool", 12)
            .attribute("kernel_shape", 2, 2)
            .attribute("dilations", 2, 2)
            .outputs("Y", "Indices"),
        image("LpPool", 2).attribute("kernel_shape", 2, 2),
        image("LpPool", 1).attribute("kernel_shape", 2, 2).attribute("p", 3.0),
        image("GlobalAveragePool", 1),
        image("GlobalMaxPool", 1),
        image("GlobalLpPool", 2).attribute("p", 1),
        image("MaxUnpool", 9)
            .input("int64[batch, 3, height, width]")
            .attribute("kernel_shape", 2, 2)
            .attribute("strides", 2, 2),
        TestCall.onnx("MaxUnpool", 11)
            .input("float32[1, 3, 2, 2]")
            .input("int64[1, 3, 2, 2]")
            .value(1, 3, 5, 5)
            .attribute("kernel_shape", 2, 2),
        image("MaxRoiPool", 1).input("float32[batch, 5]").attribute("pooled_shape", 7, 7),
        image("RoiAlign", 16)
            .input("float32[batch, 4]")
            .input("int64[batch]")
            .attribute("sampling_ratio", 2)
            .attribute("output_height", 7)
            .attribute("output_width", 7),
        image("RoiAlign", 10).input("float32[batch, 4]").input("int64[batch]"));
  }

  private static TestCall image(String name, int version) {
    return TestCall.onnx(name, version).input("float32[batch, 3, height, width]");
  }

  @Nested
  class Shapes extends FamilyShapeTck {
    Shapes() {
      super(PoolingOperators.all(), calls());
    }
  }

  @Nested
  class Counts extends FamilyCounterTck {
    Counts() {
      super(PoolingOperators.all(), calls());
    }
  }
}
