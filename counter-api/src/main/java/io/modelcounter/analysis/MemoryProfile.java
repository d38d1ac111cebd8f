package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import java.util.OptionalInt;

/**
 * Bytes of activations that are alive at each step of the execution of the main graph.
 *
 * <p>A step executes one node. Graph inputs live from the first step to their last use, graph
 * outputs to the last step, and the inputs and outputs of a node at once; views allocate; stored
 * tensors are not counted.
 */
public final class MemoryProfile {
  private final List<String> steps;
  private final List<LiveTensor> tensors;
  private final List<Amount> curve;
  private final Amount peak;
  private final OptionalInt peakStep;

  private MemoryProfile(List<String> steps, List<LiveTensor> tensors) {
    this.steps = steps;
    this.tensors = tensors;
    this.curve = LiveCurve.of(steps.size(), tensors);
    this.peak = Amount.unlessTooComplex(() -> Peak.of(curve, tensors));
    this.peakStep = Peak.step(curve, peak);
  }

  /**
   * Works out the curve and its peak.
   *
   * @param steps names of the nodes in execution order
   * @param tensors what is alive when
   * @return the profile
   */
  public static MemoryProfile of(List<String> steps, List<LiveTensor> tensors) {
    return new MemoryProfile(List.copyOf(steps), List.copyOf(tensors));
  }

  /**
   * Names of the nodes in execution order.
   *
   * @return one name a step
   */
  public List<String> steps() {
    return steps;
  }

  /**
   * Everything that is alive at some step.
   *
   * @return the tensors
   */
  public List<LiveTensor> tensors() {
    return tensors;
  }

  /**
   * Bytes alive while each node is executed.
   *
   * @return one amount a step
   */
  public List<Amount> curve() {
    return curve;
  }

  /**
   * Largest value of the curve; for symbolic sizes the maximum of the steps that no other
   * dominates.
   *
   * @return the peak
   */
  public Amount peak() {
    return peak;
  }

  /**
   * Step at which the peak is reached.
   *
   * @return the first such step, or empty if it depends on symbols
   */
  public OptionalInt peakStep() {
    return peakStep;
  }

  /**
   * What is alive at a step.
   *
   * @param step the step
   * @return the tensors, in the order in which they were made
   */
  public List<LiveTensor> aliveAt(int step) {
    return tensors.stream()
        .filter(tensor -> tensor.firstStep() <= step && step <= tensor.lastStep())
        .toList();
  }

  /**
   * This profile with symbols replaced by values; the peak is found anew.
   *
   * @param bindings values of symbols
   * @return the bound profile
   */
  public MemoryProfile bind(Bindings bindings) {
    return of(steps, tensors.stream().map(tensor -> tensor.bind(bindings)).toList());
  }
}
