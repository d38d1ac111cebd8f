package io.modelcounter.core.operator.image;

import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sizes with one scale for all axes (ONNX, Resize, {@code keep_aspect_ratio_policy}): the least or
 * largest that a requested size asks for.
 *
 * <pre>
 * scale = min or max of size / in
 * out = floor(scale * in + 0.5)
 * </pre>
 */
final class KeptRatio {
  private KeptRatio() {}

  /**
   * Replaces the sizes of the resized axes.
   *
   * @param call the call
   * @param axes the resized axes
   * @param sizes their requested sizes
   * @param dims dimensions of the input, to be changed
   * @param larger true for the largest scale, false for the least
   */
  static void apply(Call call, int[] axes, List<Scalar> sizes, List<Size> dims, boolean larger) {
    if (axes.length == 1 && sizes.get(0).asSize().isPresent()) {
      dims.set(axes[0], sizes.get(0).asSize().get());
      return;
    }
    float scale = larger ? 0 : Float.MAX_VALUE;
    boolean known = true;
    for (int i = 0; i < axes.length; i++) {
      OptionalLong size = constant(sizes.get(i).asSize());
      OptionalLong input = dims.get(axes[i]).asLong();
      known &= size.isPresent() && input.isPresent() && input.getAsLong() > 0;
      if (known) {
        float ratio = (float) size.getAsLong() / (float) input.getAsLong();
        scale = larger ? Math.max(scale, ratio) : Math.min(scale, ratio);
      }
    }
    for (int i = 0; i < axes.length; i++) {
      dims.set(
          axes[i],
          known
              ? scaled(dims.get(axes[i]), scale)
              : undecided(call, axes[i], sizes.get(i).asSize(), larger));
    }
  }

  private static OptionalLong constant(Optional<Size> size) {
    return size.isPresent() ? size.get().asLong() : OptionalLong.empty();
  }

  private static Size scaled(Size input, float scale) {
    return Size.of((long) Math.floor((float) input.asLong().orElseThrow() * scale + 0.5));
  }

  private static Size undecided(Call call, int axis, Optional<Size> size, boolean larger) {
    String reason = "which axis decides the scale of all depends on sizes that are not known";
    return size.isPresent() && !larger
        ? call.freshSize(0, "dim" + axis, reason, size.get())
        : call.freshSize(0, "dim" + axis, reason);
  }
}
