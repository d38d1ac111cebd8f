package io.modelcounter.core.operator.image;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.GridSample;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ImageGeometryTest {

  @Test
  void samplesImagesAndVolumesAtTheGrid() {
    GridSample sample = new GridSample(OperatorRange.onnx("GridSample"));
    TestCall image =
        TestCall.onnx("GridSample", 16)
            .input("float32[batch, 3, h, w]")
            .input("float32[batch, 6, 5, 2]");
    assertThat(image.infer(sample).get(0)).hasSizes("batch", "3", "6", "5");
    assertThat(image.count(sample))
        .hasWork(WorkKind.MULTIPLY, "360*batch")
        .hasWork(WorkKind.ADD, "270*batch")
        .assumes("all channels share");
    assertThat(image.attribute("mode", "bicubic").count(sample))
        .hasWork(WorkKind.MULTIPLY, "1440*batch");
    assertThat(image.attribute("mode", "nearest").count(sample)).isFree();
    TestCall volume =
        TestCall.onnx("GridSample", 20)
            .input("float32[1, 2, 3, 3, 3]")
            .input("float32[1, 4, 4, 4, 3]");
    assertThat(volume.shape(sample)).isEqualTo("float32[1, 2, 4, 4, 4]");
    assertThat(volume.count(sample)).hasWork(WorkKind.MULTIPLY, "1024");
  }

  @Test
  void refusesAGridForAnotherNumberOfAxes() {
    TestCall call =
        TestCall.onnx("GridSample", 20).input("float32[1, 2, 3, 3]").input("float32[1, 4, 4, 3]");
    assertRefused(new GridSample(OperatorRange.onnx("GridSample")), call, "grid [1, 4, 4, 3]");
  }

  @Test
  void makesAnAffineGridOfTheRequestedSize() {
    AffineGrid grid = new AffineGrid();
    TestCall flat =
        TestCall.onnx("AffineGrid", 20).input("float32[n, 2, 3]").sizes("n", "3", "h", "5");
    assertThat(flat.infer(grid).get(0)).hasSizes("n", "h", "5", "2");
    assertThat(flat.count(grid))
        .hasWork(WorkKind.MULTIPLY, "20*h*n")
        .hasWork(WorkKind.ADD, "20*h*n");
    TestCall deep = TestCall.onnx("AffineGrid", 20).input("float32[2, 3, 4]").input("int64[5]");
    assertThat(deep.infer(grid).get(0)).hasSizes("2", "Y.dim1", "Y.dim2", "Y.dim3", "3");
    TestCall open = TestCall.onnx("AffineGrid", 20).input("float32[n, d, e]").input("int64[k]");
    assertThat(open.infer(grid).get(0)).hasUnknownRankBecause("how many axes");
    assertRefused(
        grid, TestCall.onnx("AffineGrid", 20).input("float32[1, 2, 3]").value(1, 3, 4), "1 axes");
    assertRefused(
        grid, TestCall.onnx("AffineGrid", 20).input("float32[2, 3]").value(1, 3, 4, 4), "theta");
  }

  @Test
  void movesBlocksBetweenChannelsAndPositions() {
    Operator toSpace = new BlockRearrangement("DepthToSpace", true);
    TestCall deep = TestCall.onnx("DepthToSpace", 13).input("float32[batch, 9, h, 4]");
    assertThat(deep.attribute("blocksize", 3).infer(toSpace).get(0))
        .hasSizes("batch", "1", "3*h", "12");
    assertRefused(toSpace, deep.attribute("blocksize", 2), "not a multiple of 4");
    assertRefused(toSpace, deep.attribute("blocksize", 0), "blocksize 0");
    Operator toDepth = new BlockRearrangement("SpaceToDepth", false);
    TestCall wide =
        TestCall.onnx("SpaceToDepth", 1).input("float32[1, 3, 2*h, 8]").attribute("blocksize", 2);
    assertThat(wide.infer(toDepth).get(0)).hasSizes("1", "12", "h", "4");
    assertThat(wide.count(toDepth)).isFree();
  }

  @Test
  void addsColumnsUpToAnImage() {
    ColumnsToImage columns = new ColumnsToImage();
    TestCall call =
        TestCall.onnx("Col2Im", 18).input("float32[batch, 45, 6]").value(10, 12).value(3, 3);
    assertThat(call.infer(columns).get(0)).hasSizes("batch", "5", "10", "12");
    assertThat(call.count(columns)).hasWork(WorkKind.ADD, "270*batch").hasOnlyWork(WorkKind.ADD);
    TestCall open =
        TestCall.onnx("Col2Im", 18).input("float32[1, 45, 6]").input("int64[2]").input("int64[2]");
    assertThat(open.infer(columns).get(0)).hasSizes("1", "Y.dim1", "Y.dim2", "Y.dim3");
    TestCall nothing =
        TestCall.onnx("Col2Im", 18).input("float32[1, 45, 6]").input("int64[n]").input("int64[n]");
    assertThat(nothing.infer(columns).get(0)).hasUnknownRankBecause("how many axes");
    assertRefused(
        columns,
        TestCall.onnx("Col2Im", 18).input("float32[1, 44, 6]").value(10, 12).value(3, 3),
        "multiple of 9");
    assertRefused(
        columns,
        TestCall.onnx("Col2Im", 18)
            .input("float32[1, 44, 6]")
            .input("int64[4000000000]")
            .input("int64[2]"),
        "4000000000 axes");
    TestCall scalar = TestCall.onnx("Col2Im", 18).input("float32[1, 45, 6]").scalarValue(10);
    assertRefused(columns, scalar.value(3, 3), "expected a vector");
    TestCall one = TestCall.onnx("Col2Im", 18).input("float32[1, 45, 6]").value(10);
    assertRefused(columns, one.value(3, 3), "1 axes, but a block has 2");
  }

  @Test
  void cropsAndPadsAroundTheCentre() {
    CenterCropPad crop = new CenterCropPad();
    TestCall call =
        TestCall.onnx("CenterCropPad", 18)
            .input("float32[20, 10, c]")
            .value(10, 30)
            .attribute("axes", 0, 1);
    assertThat(call.infer(crop).get(0)).hasSizes("10", "30", "c");
    assertThat(call.count(crop)).isFree();
    Traffic traffic = crop.traffic(call.call(crop));
    assertThat(traffic.readBytes()).isEqualTo(Amount.exact(Size.parse("400*c + 16")));
    assertThat(traffic.writeBytes()).isEqualTo(Amount.exact(Size.parse("1200*c")));
    TestCall open = TestCall.onnx("CenterCropPad", 18).input("float32[20, 10]").input("int64[2]");
    assertThat(open.infer(crop).get(0)).hasSizes("Y.dim0", "Y.dim1");
    TestCall unknown = TestCall.onnx("CenterCropPad", 18).input("float32[?]").value(4, 5);
    assertThat(unknown.infer(crop).get(0)).hasSizes("4", "5");
    assertRefused(
        crop,
        TestCall.onnx("CenterCropPad", 18).input("float32[20, 10]").value(1),
        "1 elements, expected 2");
  }

  @Test
  void servesTheRemovedCropAndImageScaler() {
    Crop crop = new Crop();
    TestCall call = TestCall.onnx("Crop", 1).input("float32[1, 3, 20, 30]");
    assertThat(call.attribute("border", 1, 2, 3, 4).shape(crop)).isEqualTo("float32[1, 3, 14, 26]");
    assertThat(call.attribute("border", 1, 2, 3, 4).attribute("scale", 8, 9).shape(crop))
        .isEqualTo("float32[1, 3, 8, 9]");
    TestCall cropped = call.attribute("scale", 8, 9);
    assertThat(crop.traffic(cropped.call(crop)).readBytes())
        .isEqualTo(Amount.exact(Size.of(3 * 8 * 9 * 4)));
    assertRefused(crop, call.attribute("border", 20, 0, 20, 0), "leaves nothing");
    ImageScaler scaler = new ImageScaler();
    TestCall scaled = TestCall.onnx("ImageScaler", 1).input("float32[batch, 3, 2, 2]");
    assertThat(scaled.count(scaler))
        .hasWork(WorkKind.MULTIPLY, "12*batch")
        .hasWork(WorkKind.ADD, "12*batch");
  }

  @Test
  void decodesToAnImageWhoseSizeIsData() {
    ImageDecoder decoder = new ImageDecoder();
    TestCall call = TestCall.onnx("ImageDecoder", 20).input("uint8[bytes]");
    assertThat(call.infer(decoder).get(0)).hasSizes("Y.height", "Y.width", "3");
    assertThat(call.attribute("pixel_format", "Grayscale").infer(decoder).get(0))
        .hasSizes("Y.height", "Y.width", "1");
    assertThat(call.count(decoder)).isUnknownBecause("depends on the format");
    assertRefused(decoder, call.attribute("pixel_format", "CMYK"), "CMYK");
  }

  private static void assertRefused(Operator operator, TestCall call, String message) {
    assertThatThrownBy(() -> operator.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining(message);
  }
}
