package io.modelcounter.spi.operator;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/** States that an operator keeps: the last one, or those after the last positions. */
final class StateWindow {
  private StateWindow() {}

  /** Dimensions of the state, behind an axis of the length that {@code state_window} gives. */
  static Shape of(Call call, Shape state) {
    long window = call.attributes().integer("state_window", 0);
    if (window < 0) {
      throw new InvalidNodeException("state_window is " + window + ", expected at least 0");
    }
    if (window == 0) {
      return state;
    }
    List<Size> dims = new ArrayList<>(state.rank() + 1);
    dims.add(Size.of(window));
    dims.addAll(state.dims());
    return Shape.of(dims);
  }
}
