package io.modelcounter.tck;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.LayerView;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer for tests of counting conventions: a call with the rule and the counter that answer for
 * it.
 *
 * @param call the call
 * @param rule infers its outputs
 * @param counter counts it
 */
public record LayerSample(TestCall call, ShapeRule rule, LayerCounter counter) {

  /**
   * A layer whose operator is rule and counter in one.
   *
   * @param call the call
   * @param operator infers and counts
   * @return the layer
   */
  public static LayerSample of(TestCall call, Operator operator) {
    return new LayerSample(call, operator, operator);
  }

  /**
   * Layers as networks have them, by way of example: a convolution, matrix products with and
   * without a parameter, element-wise operators, a free one, and some of which little is known.
   *
   * @return the layers, with the symbol {@code batch} among their sizes
   */
  public static List<LayerSample> typical() {
    return TypicalLayers.all();
  }

  /**
   * The layer with values for symbols.
   *
   * @param bindings the values
   * @return the new layer
   */
  public LayerSample bind(Bindings bindings) {
    return new LayerSample(call.bind(bindings), rule, counter);
  }

  /**
   * What a convention sees of the layer, in the main graph and without a module.
   *
   * @return the view
   */
  public LayerView view() {
    Call counted = call.call(rule);
    List<LayerView.@Nullable Input> inputs = new ArrayList<>();
    for (int i = 0; i < counted.inputCount(); i++) {
      inputs.add(
          counted.hasInput(i)
              ? new LayerView.Input(counted.type(i), isParameter(counted, i))
              : null);
    }
    return new LayerView(
        counted.operator(),
        counted.attributes(),
        List.of(),
        inputs,
        call.infer(rule).stream().map(Inferred::type).toList(),
        SafeCalls.count(counter, counted),
        Amount.exact(Size.ONE));
  }

  private boolean isParameter(Call counted, int input) {
    return counted.isStored(input)
        && SafeCalls.role(counter, counted, input) == InputRole.PARAMETER;
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
