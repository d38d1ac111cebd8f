package io.modelcounter.onnx.contrib.signal;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FastFourierTransform;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Rfft and Irfft (com.microsoft): the Fourier transform of real signals [..., n] to one half of a
 * spectrum [..., n / 2 + 1, 2], and back. A signal has {@code signal_ndim} axes; without {@code
 * onesided} the spectrum is whole.
 *
 * <p>The way back takes one multiplication more for every number of the signal.
 */
final class RealFourierTransform extends NamedOperator {
  private static final Size TWO = Size.of(2);

  private final boolean inverse;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param inverse whether it gives signals
   */
  RealFourierTransform(String name, boolean inverse) {
    super(Contrib.operator(name));
    this.inverse = inverse;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    signalAxes(call);
    int numbers = numberAxes(input);
    boolean half = call.attributes().integer("onesided", 1) != 0;
    List<Size> dims = new ArrayList<>(input.dims());
    if (inverse) {
      dims.remove(numbers);
    }
    if (half) {
      Size last = dims.get(numbers - 1);
      dims.set(
          numbers - 1,
          inverse ? last.minus(Size.ONE).times(TWO) : last.floorDiv(TWO).plus(Size.ONE));
    }
    if (!inverse) {
      dims.add(TWO);
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  /** Axes of the input without that of real and imaginary part. */
  private int numberAxes(Shape input) {
    return input.rank() - (inverse ? 1 : 0);
  }

  private int signalAxes(Call call) {
    Shape input = call.shape(0);
    long axes = call.attributes().integer("signal_ndim", 1);
    if (axes < 1 || axes > numberAxes(input)) {
      throw new InvalidNodeException(
          "signal_ndim is "
              + axes
              + ", expected 1 to "
              + numberAxes(input)
              + " for an input "
              + input);
    }
    return (int) axes;
  }

  @Override
  public Cost count(Call call) {
    Shape signal = inverse ? call.outputShape(0) : call.shape(0);
    ElementType type = call.element(0);
    int first = signal.rank() - signalAxes(call);
    Work scaling = inverse ? Work.of(WorkKind.MULTIPLY, type, signal.elements()) : Work.NONE;
    Cost cost =
        new FastFourierTransform(
                signal.elements(0, first), signal.elements(first, signal.rank()), true)
            .cost(type, scaling);
    return first == signal.rank() - 1
        ? cost
        : cost.assuming("A transform along several axes is one of as many numbers along one.");
  }
}
