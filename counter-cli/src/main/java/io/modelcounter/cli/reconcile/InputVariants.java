package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.cli.analyze.EngineRequest;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The inputs that published numbers are mostly about. */
final class InputVariants {
  private static final List<Long> BATCHES = List.of(1L, 2L, 4L, 8L, 16L, 32L);
  private static final List<Long> SIDES =
      List.of(128L, 160L, 192L, 224L, 256L, 288L, 299L, 320L, 384L, 416L, 448L, 512L, 640L);

  private static final int IMAGE_RANK = 4;
  private static final int MOST_CHANNELS = 4;

  private InputVariants() {}

  /**
   * Requests like one, with another batch or another size of images, as far as the request leaves
   * that open.
   *
   * @param request the request
   * @param analysis what came of it
   */
  static List<EngineRequest> of(EngineRequest request, Analysis analysis) {
    List<EngineRequest> variants = new ArrayList<>();
    if (!request.inputShapes().isEmpty() || request.batch().isPresent()) {
      return variants;
    }
    List<ValueInfo> images = analysis.inputs().stream().filter(InputVariants::isImage).toList();
    if (!images.isEmpty()) {
      for (long side : SIDES) {
        List<String> shapes = images.stream().map(image -> squareOf(image, side)).toList();
        variants.add(like(request, shapes, OptionalLong.empty()));
      }
    }
    for (long batch : BATCHES) {
      variants.add(like(request, List.of(), OptionalLong.of(batch)));
    }
    return variants;
  }

  private static EngineRequest like(
      EngineRequest request, List<String> shapes, OptionalLong batch) {
    return new EngineRequest(
        shapes,
        request.symbols(),
        batch,
        request.conventions(),
        request.ignored(),
        request.quantized());
  }

  private static boolean isImage(ValueInfo input) {
    if (!(input.type() instanceof TensorType tensor)
        || !tensor.shape().hasRank()
        || tensor.shape().rank() != IMAGE_RANK) {
      return false;
    }
    OptionalLong channels = tensor.shape().dim(1).asLong();
    return channels.isPresent() && channels.getAsLong() <= MOST_CHANNELS;
  }

  private static String squareOf(ValueInfo image, long side) {
    Size batch = ((TensorType) image.type()).shape().dim(0);
    Size channels = ((TensorType) image.type()).shape().dim(1);
    String first = batch.isConstant() ? batch.toString() : "1";
    return image.name() + ":" + first + "," + channels + "," + side + "," + side;
  }
}
