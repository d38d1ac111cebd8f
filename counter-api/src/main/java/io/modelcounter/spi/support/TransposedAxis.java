package io.modelcounter.spi.support;

import io.modelcounter.symbolic.Size;
import java.util.BitSet;
import java.util.Optional;

/**
 * One spatial axis of a transposed convolution: element i of the input meets element k of the
 * kernel at position {@code i * stride + k * dilation - begin} of the output, if the output has it.
 *
 * @param input size of the input
 * @param kernel size of the kernel
 * @param stride at least 1
 * @param dilation at least 1
 * @param begin positions that the padding takes away at the begin; below 0 it adds some
 * @param output size of the output
 */
record TransposedAxis(
    Size input, Size kernel, long stride, long dilation, long begin, Size output) {
  /** Most pairs of an input element and a kernel element that are looked at one by one. */
  private static final long MAX_PAIRS = 1 << 20;

  /**
   * Positions of the output that are met at least once.
   *
   * @return their number, or empty if it is not known
   */
  Optional<Size> reached() {
    if (input.isZero() || kernel.isZero()) {
      return Optional.of(Size.ZERO);
    }
    return dilation == 1 && kernel.isAtLeast(Size.of(stride))
        ? Optional.of(withoutGaps())
        : withGaps();
  }

  /** The kernel covers every step, so that one run of positions is met. */
  private Size withoutGaps() {
    Size skipped = Size.of(Math.max(0, -begin));
    Size end = input.minus(Size.ONE).times(stride).plus(kernel).minus(Size.of(begin));
    Size run = end.isAtLeast(output) ? output : end.min(output);
    Size left = run.minus(skipped);
    return run.equals(output) && skipped.isZero() ? left : left.max(Size.ZERO);
  }

  private Optional<Size> withGaps() {
    if (!input.isConstant() || !kernel.isConstant() || !output.isConstant()) {
      return Optional.empty();
    }
    long inputs = input.asLong().orElse(Long.MAX_VALUE);
    long taps = kernel.asLong().orElse(Long.MAX_VALUE);
    long positions = output.asLong().orElse(Long.MAX_VALUE);
    if (inputs > MAX_PAIRS || taps > MAX_PAIRS / inputs || positions > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    BitSet met = new BitSet();
    for (long i = 0; i < inputs; i++) {
      for (long k = 0; k < taps; k++) {
        long position = i * stride + k * dilation - begin;
        if (position >= 0 && position < positions) {
          met.set((int) position);
        }
      }
    }
    return Optional.of(Size.of(met.cardinality()));
  }
}
