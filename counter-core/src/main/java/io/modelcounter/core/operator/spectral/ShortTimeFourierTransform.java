package io.modelcounter.core.operator.spectral;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FastFourierTransform;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * STFT (ONNX, STFT): signal [batch, length, 1 or 2] gives transforms of its frames [batch, frames,
 * bins, 2].
 *
 * <p>A window is one multiplication per number of a frame.
 */
final class ShortTimeFourierTransform extends NamedOperator {
  private static final int STEP = 1;
  private static final int WINDOW = 2;
  private static final int FRAME_LENGTH = 3;
  private static final Size TWO = Size.of(2);

  ShortTimeFourierTransform() {
    super("STFT");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape signal = signal(call);
    Size frame = frameLength(call);
    boolean oneSided = call.attributes().integer("onesided", 1) != 0;
    Size bins = oneSided ? Scalars.bins(frame) : frame;
    Shape output = Shape.of(signal.dim(0), frames(call, signal.dim(1), frame), bins, TWO);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Shape signal = signal(call);
    Shape output = call.outputShape(0);
    Size frame = frameLength(call);
    Size transforms = output.dim(0).times(output.dim(1));
    boolean real = signal.rank() == 2 || signal.dim(2).isOne();
    ElementType type = call.element(0);
    Size numbers = transforms.times(frame).times(real ? 1 : 2);
    Work windowing = call.hasInput(WINDOW) ? Work.of(WorkKind.MULTIPLY, type, numbers) : Work.NONE;
    return new FastFourierTransform(transforms, frame, real).cost(type, windowing);
  }

  private static Shape signal(Call call) {
    Shape signal = call.shape(0);
    if (signal.rank() != 2 && signal.rank() != 3) {
      throw new InvalidNodeException(
          "the signal is " + signal + ", expected [batch, length, 1 or 2]");
    }
    return signal;
  }

  private static Size frames(Call call, Size length, Size frame) {
    if (frame.isGreaterThan(length)) {
      throw new InvalidNodeException(
          "a frame of " + frame + " does not fit into a signal of " + length);
    }
    Optional<Size> step = Scalars.integer(call, STEP);
    if (step.isEmpty()) {
      return call.freshSize(0, "frames", "the step between frames is not known", length);
    }
    if (!step.get().isAtLeast(Size.ONE)) {
      if (step.get().isConstant()) {
        throw new InvalidNodeException("frame_step is " + step.get() + ", expected at least 1");
      }
      return call.freshSize(0, "frames", "the step between frames may be 0", length);
    }
    return length.minus(frame).floorDiv(step.get()).plus(Size.ONE);
  }

  private static Size frameLength(Call call) {
    Optional<Size> given = Scalars.integer(call, FRAME_LENGTH);
    if (given.isPresent()) {
      return given.get();
    }
    if (call.hasInput(WINDOW) && call.shapeIfKnown(WINDOW).hasRank()) {
      return call.shape(WINDOW).elements();
    }
    return call.freshSize(0, "frame", "the length of a frame is not known", call.shape(0).dim(1));
  }
}
