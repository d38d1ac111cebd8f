package io.modelcounter.core.operator.image;

import static io.modelcounter.core.operator.image.ImageOperatorsTest.scales;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResizeTest {
  private static final Resize RESIZE = new Resize();
  private static final Upsample UPSAMPLE = new Upsample();

  private static TestCall resize(String input) {
    return TestCall.onnx("Resize", 19).input(input).absent();
  }

  @Test
  void scalesTheSizesAndRoundsThemDown() {
    TestCall call = TestCall.onnx("Resize", 10).input("float32[1, 3, 5, 4]");
    assertThat(call.values(scales(1, 1, 1.5, 0.6)).shape(RESIZE)).isEqualTo("float32[1, 3, 7, 2]");
  }

  @Test
  void multipliesInFloat32() {
    assertThat(resize("float32[10]").values(scales(0.7)).shape(RESIZE)).isEqualTo("float32[7]");
  }

  @Test
  void takesRequestedSizes() {
    TestCall call = resize("float32[batch, 3, 8, 8]").absent();
    assertThat(call.sizes("batch", "3", "h", "20").infer(RESIZE).get(0))
        .hasSizes("batch", "3", "h", "20");
    TestCall some = resize("float32[batch, 3, 8, 8]").absent().attribute("axes", 3, 2);
    assertThat(some.value(10, 20).infer(RESIZE).get(0)).hasSizes("batch", "3", "20", "10");
  }

  @Test
  void takesEmptyScalesForAbsentOnes() {
    TestCall call =
        TestCall.onnx("Resize", 11)
            .input("float32[1, 3, 8, 8]")
            .stored("float32[0]")
            .stored("float32[0]")
            .value(1, 3, 12, 12);
    assertThat(call.shape(RESIZE)).isEqualTo("float32[1, 3, 12, 12]");
    TestCall scaled =
        TestCall.onnx("Resize", 11)
            .input("float32[1, 3, 8, 8]")
            .absent()
            .values(scales(1, 1, 2, 2))
            .value();
    assertThat(scaled.shape(RESIZE)).isEqualTo("float32[1, 3, 16, 16]");
  }

  @Test
  void scalesSymbolicSizes() {
    TestCall call = resize("float32[batch, 3, height, width]").values(scales(1, 1, 2, 0.5));
    assertThat(call.infer(RESIZE).get(0)).hasSizes("batch", "3", "2*height", "floor(width/2)");
    TestCall thirds = resize("float32[height, width]").values(scales(1.0 / 3, 0.7));
    assertThat(thirds.infer(RESIZE).get(0)).hasSizes("floor(height/3)", "floor(7*width/10)");
  }

  @Test
  void scalesBySymbolicFractions() {
    Scalar scale = Scalar.fraction(Size.parse("target"), BigInteger.valueOf(8));
    TensorValue scales = TensorValue.vector(ElementType.FLOAT32, List.of(Scalar.real(1), scale));
    assertThat(resize("float32[3, 8]").values(scales).infer(RESIZE).get(0)).hasSizes("3", "target");
  }

  /** What float32 arithmetic gives is the oracle for every fraction that is taken for a scale. */
  @Test
  void agreesWithFloat32ForAllSizesThatItPromises() {
    int closed = 0;
    for (int p = 1; p <= 24; p++) {
      for (int q = 1; q <= 24; q++) {
        float scale = (float) p / q;
        TestCall call = resize("float32[n]").values(scales(scale));
        Size symbolic = sizeOf(call);
        if (!symbolic.isDataDependent()) {
          closed++;
          for (int n = 1; n < 8192; n += 1 + n / 64) {
            Size bound = symbolic.bind(Bindings.of("n", n));
            assertThat(bound).as("%s * %s/%s", n, p, q).isEqualTo(Size.of((long) (n * scale)));
          }
        }
      }
    }
    assertThat(closed).as("fractions that are taken for a scale").isGreaterThan(500);
  }

  private static Size sizeOf(TestCall call) {
    return ((TensorType) call.infer(RESIZE).get(0).type()).shape().dim(0);
  }

  @Test
  void leavesASizeOpenThatFloat32RoundsInNoSimpleWay() {
    TestCall call = resize("float32[height, 8]").values(scales(0.70710678, 0.70710678));
    assertThat(call.infer(RESIZE).get(0)).hasSizes("Y.dim0", "5");
  }

  @Test
  void keepsTheRankWhereScalesOrSizesAreNotKnown() {
    assertThat(resize("float32[2, 3]").input("float32[2]").infer(RESIZE).get(0))
        .hasSizes("Y.dim0", "Y.dim1");
    TestCall sizes =
        resize("float32[2, 3]").absent().input("int64[1]").attribute("axes", new long[] {1});
    assertThat(sizes.infer(RESIZE).get(0)).hasSizes("2", "Y.dim1");
    TestCall unknown = resize("float32[?]").absent().value(4, 5);
    assertThat(unknown.infer(RESIZE).get(0)).hasSizes("4", "5");
  }

  @Test
  void keepsTheAspectRatio() {
    TestCall call = resize("float32[1, 3, 2, 4]").absent().value(7, 8).attribute("axes", 2, 3);
    assertThat(call.attribute("keep_aspect_ratio_policy", "not_larger").shape(RESIZE))
        .isEqualTo("float32[1, 3, 4, 8]");
    assertThat(call.attribute("keep_aspect_ratio_policy", "not_smaller").shape(RESIZE))
        .isEqualTo("float32[1, 3, 7, 14]");
    TestCall symbolic = resize("float32[h, w]").absent().value(7, 8);
    assertThat(symbolic.attribute("keep_aspect_ratio_policy", "not_larger").infer(RESIZE).get(0))
        .hasSizes("Y.dim0", "Y.dim1");
    TestCall single = resize("float32[h, w]").absent().value(7).attribute("axes", new long[] {0});
    assertThat(single.attribute("keep_aspect_ratio_policy", "not_larger").infer(RESIZE).get(0))
        .hasSizes("7", "w");
  }

  @Test
  void copiesTheNearestElementForFree() {
    TestCall call = resize("float32[1, 3, 8, 8]").values(scales(1, 1, 2, 2));
    assertThat(call.count(RESIZE)).isFree();
    assertThat(call.withUnknownRanks().count(RESIZE)).isFree();
  }

  @Test
  void interpolatesAlongTheAxesThatChange() {
    TestCall call = resize("float32[batch, 3, 8, 8]").values(scales(1, 1, 2, 2));
    assertThat(call.attribute("mode", "linear").count(RESIZE))
        .hasWork(WorkKind.MULTIPLY, "3072*batch")
        .hasWork(WorkKind.ADD, "2304*batch")
        .hasOnlyWork(WorkKind.MULTIPLY, WorkKind.ADD)
        .assumes("all channels share");
    assertThat(call.attribute("mode", "cubic").count(RESIZE))
        .hasWork(WorkKind.MULTIPLY, "12288*batch");
    TestCall wide = resize("float32[batch, 3, 8, 8]").values(scales(1, 1, 1, 2));
    assertThat(wide.attribute("mode", "linear").count(RESIZE))
        .hasWork(WorkKind.MULTIPLY, "768*batch");
    TestCall same = resize("float32[batch, 3, 8, 8]").values(scales(1, 1, 1, 1));
    assertThat(same.attribute("mode", "linear").count(RESIZE)).isFree();
  }

  private static TestCall cropped(String input) {
    return TestCall.onnx("Resize", 19)
        .input(input)
        .attribute("mode", "linear")
        .attribute("coordinate_transformation_mode", "tf_crop_and_resize");
  }

  @Test
  void interpolatesACroppedAxisWhoseSizeStays() {
    TestCall known =
        cropped("float32[1, 3, 8, 8]")
            .values(scales(0, 0, 0.25, 0, 1, 1, 0.75, 1))
            .absent()
            .value(1, 3, 8, 8);
    assertThat(known.count(RESIZE)).hasWork(WorkKind.MULTIPLY, "384");
    TestCall whole =
        cropped("float32[1, 3, 8, 8]")
            .values(scales(0, 0, 0, 0, 1, 1, 1, 1))
            .absent()
            .value(1, 3, 8, 8);
    assertThat(whole.count(RESIZE)).isFree();
    TestCall open = cropped("float32[1, 3, 8, 8]").input("float32[8]").absent().value(1, 3, 8, 8);
    assertThat(open.count(RESIZE))
        .hasWork(WorkKind.MULTIPLY, "768")
        .assumes("batches and channels whole");
    assertThat(open.attribute("mode", "nearest").withUnknownRanks().count(RESIZE)).isFree();
    TestCall axes =
        cropped("float32[4, 8]").input("float32[4]").absent().value(4, 8).attribute("axes", 0, 1);
    assertThat(axes.count(RESIZE)).hasWork(WorkKind.MULTIPLY, "128");
    assertThatThrownBy(
            () -> cropped("float32[4, 8]").values(scales(0, 1)).absent().value(4, 8).count(RESIZE))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("roi has 2 elements, expected 4");
  }

  @Test
  void stretchesTheFilterWithAntialias() {
    TestCall call =
        resize("float32[1, 1, 12, 8]")
            .absent()
            .value(1, 1, 5, 16)
            .attribute("mode", "linear")
            .attribute("antialias", 1);
    assertThat(call.count(RESIZE)).hasWork(WorkKind.MULTIPLY, "960");
  }

  @Test
  void refusesWhatContradictsTheOperator() {
    assertRefused(resize("float32[2, 3]").values(scales(1)), "scales has 1 elements, expected 2");
    assertRefused(resize("float32[2, 3]").values(scales(1, 0)), "expected more than 0");
    assertRefused(resize("float32[2, 3]").absent().value(1, -1), "is -1, expected at least 0");
    assertRefused(resize("float32[2, 3]"), "neither sizes nor scales");
    assertRefused(
        resize("float32[2, 3]")
            .absent()
            .value(1, 1)
            .attribute("keep_aspect_ratio_policy", "squash"),
        "squash");
    TestCall mode = resize("float32[2]").values(scales(2)).attribute("mode", "sinc");
    assertThatThrownBy(() -> RESIZE.count(mode.call(RESIZE)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("mode is \"sinc\"");
  }

  private static void assertRefused(TestCall call, String message) {
    assertThatThrownBy(() -> RESIZE.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining(message);
  }

  @Test
  void upsamplesByAttributesAndByAnInput() {
    TestCall first =
        TestCall.onnx("Upsample", 1)
            .input("float32[1, 1, 2, 2]")
            .attribute("height_scale", 2.0)
            .attribute("width_scale", 3.5);
    assertThat(first.shape(UPSAMPLE)).isEqualTo("float32[1, 1, 4, 7]");
    TestCall seventh =
        TestCall.onnx("Upsample", 7)
            .input("float32[1, 1, h, 2]")
            .attribute("scales", 1.0, 1.0, 2.0, 3.0)
            .attribute("mode", "linear");
    assertThat(seventh.infer(UPSAMPLE).get(0)).hasSizes("1", "1", "2*h", "6");
    assertThat(seventh.count(UPSAMPLE)).hasWork(WorkKind.MULTIPLY, "48*h");
    TestCall ninth = TestCall.onnx("Upsample", 9).input("float32[2, 2]");
    assertThat(ninth.values(scales(1, 2)).shape(UPSAMPLE)).isEqualTo("float32[2, 4]");
    assertThat(ninth.input("float32[2]").infer(UPSAMPLE).get(0)).hasSizes("Y.dim0", "Y.dim1");
    assertThatThrownBy(() -> UPSAMPLE.outputs(ninth.values(scales(2)).call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("1 scales");
  }

  @Test
  void boundsTheWorkWhereASizeMayStayAsItIs() {
    TestCall call =
        TestCall.onnx("Resize", 13)
            .input("float32[1, 2, h, 8]")
            .absent()
            .absent()
            .sizes("1", "2", "s", "16")
            .attribute("mode", "linear");

    assertThat(call.count(RESIZE)).hasWorkBetween(WorkKind.MULTIPLY, "64*s", "128*s");
  }

  @Test
  void mayBeFreeWhereEverySizeMayStayAsItIs() {
    TestCall call =
        TestCall.onnx("Resize", 13)
            .input("float32[1, 2, h, w]")
            .absent()
            .absent()
            .sizes("1", "2", "s", "s")
            .attribute("mode", "linear");

    assertThat(call.count(RESIZE)).hasWorkBetween(WorkKind.MULTIPLY, "0", "8*s^2");
  }
}
