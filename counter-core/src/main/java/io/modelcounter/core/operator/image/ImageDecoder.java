package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * ImageDecoder (ONNX, ImageDecoder): an encoded stream of bytes gives an image [H, W, C], C being 1
 * for the pixel format {@code Grayscale} and 3 otherwise.
 */
final class ImageDecoder extends NamedOperator {
  private static final String REASON = "the size of the image is part of the encoded data";
  private static final Cost COST =
      Cost.unknown("decoding takes work that depends on the format and the encoded data");

  ImageDecoder() {
    super("ImageDecoder");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output =
        Shape.of(
            call.freshSize(0, "height", REASON),
            call.freshSize(0, "width", REASON),
            channels(call.attributes().text("pixel_format", "RGB")));
    return List.of(Inferred.tensor(ElementType.UINT8, output));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return outputs(call);
  }

  private static Size channels(String format) {
    return switch (format) {
      case "RGB", "BGR" -> Size.of(3);
      case "Grayscale" -> Size.ONE;
      default ->
          throw new InvalidNodeException(
              "pixel_format is \"" + format + "\", expected RGB, BGR or Grayscale");
    };
  }

  @Override
  public Cost count(Call call) {
    return COST;
  }
}
