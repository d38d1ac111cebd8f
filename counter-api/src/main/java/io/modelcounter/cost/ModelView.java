package io.modelcounter.cost;

import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import java.util.List;
import java.util.function.Function;

/** What a counting convention sees of a whole model. */
public interface ModelView {

  /**
   * All layers that count: those of the main graph in file order, then those of bodies.
   *
   * @return the layers, without those that were asked to be left out
   */
  List<LayerView> layers();

  /**
   * Inputs of the main graph with the sizes in force.
   *
   * @return the inputs
   */
  List<ValueInfo> inputs();

  /**
   * Adds up an amount over all layers that count: times their multiplicity, and over the
   * alternatives of a branch whose condition is not known as an interval.
   *
   * @param amount amount of one execution of a layer
   * @return the total
   */
  Amount sum(Function<LayerView, Amount> amount);
}
