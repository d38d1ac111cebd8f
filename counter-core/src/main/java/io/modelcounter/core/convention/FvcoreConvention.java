package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.ModelView;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * fvcore's {@code FlopCountAnalysis} (commit 3378afe0) and its descendant in mmengine (commit
 * 25434293). What they call flops are multiply-adds; they know fifteen operators of a trace.
 */
final class FvcoreConvention extends ToolConvention {
  /** Of a normalization that works its statistics out: mean, variance, difference, division. */
  private static final long NORM = 4;

  private static final int IMAGE_RANK = 4;

  private final boolean isTraining;

  /**
   * Makes the convention.
   *
   * @param isTraining whether the network is left in training mode, as mmengine does, where batch
   *     normalization works out its statistics
   */
  FvcoreConvention(String id, String description, boolean isTraining) {
    super(id, description);
    this.isTraining = isTraining;
  }

  @Override
  List<String> ambiguities(ModelView model) {
    List<String> notes = new ArrayList<>();
    if (ExportNotes.hasMain(model, CompositeKind.CONVOLUTION)) {
      notes.add("a convolution with padding given as a text counts 0 and looks like any other");
    }
    if (isTraining) {
      notes.add("modules that run in training mode only are not in the file");
    }
    return notes;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (!layer.isMain()) {
      return;
    }
    Size affine = layer.isAffine() ? Size.ONE : Size.ZERO;
    switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR ->
          terms.add(layer.term(), layer.multiplyAdds());
      case MATRIX_PRODUCT, PRODUCT_AND_SUM -> {
        // The fused attention has no handler.
        if (!layer.isIn(CompositeKind.FUSED_ATTENTION)) {
          terms.add(layer.term(), layer.multiplyAdds());
        }
      }
      case EINSUM -> terms.add(layer.term(), EinsumRounding.halved(layer.multiplyAdds()));
      case BATCH_NORM ->
          terms.add(layer.term(), layer.in().times(affine.plus(Size.of(isTraining ? NORM : 1))));
      case LAYER_NORM, GROUP_NORM, INSTANCE_NORM ->
          terms.add(layer.term(), layer.in().times(affine.plus(Size.of(NORM))));
      case ADAPTIVE_AVERAGE_POOL -> {
        if (layer.shape(0).rank() == IMAGE_RANK) {
          terms.add(layer.term(), layer.in());
        }
      }
      case UPSAMPLE -> {
        if (layer.shape(0).rank() == IMAGE_RANK && !layer.mode().equals("cubic")) {
          terms.add(layer.term(), layer.out().times(layer.mode().equals("nearest") ? 1 : 4));
        }
      }
      default -> {
        // On the list of ignored operators, or reported as unsupported: 0 either way.
      }
    }
  }
}
