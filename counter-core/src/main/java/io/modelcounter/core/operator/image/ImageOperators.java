package io.modelcounter.core.operator.image;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.GridSample;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The image family. */
public final class ImageOperators {
  private ImageOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Resize(),
        new Upsample(),
        new GridSample(OperatorRange.onnx("GridSample")),
        new AffineGrid(),
        new BlockRearrangement("DepthToSpace", true),
        new BlockRearrangement("SpaceToDepth", false),
        new ColumnsToImage(),
        new CenterCropPad(),
        new Crop(),
        new ImageScaler(),
        new ImageDecoder());
  }
}
