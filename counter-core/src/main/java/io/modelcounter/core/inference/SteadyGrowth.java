package io.modelcounter.core.inference;

import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sizes of one carried value that every iteration changes by the same amount, as appending to a
 * tensor or sequence does.
 *
 * @param scope names inside and outside the loop
 * @param initial type before the loop
 * @param before type at the beginning of any iteration
 * @param after type at its end
 */
record SteadyGrowth(LoopScope scope, ValueType initial, ValueType before, ValueType after) {

  /** What becomes of a size that changes. */
  private interface Change {
    /**
     * The size that is meant.
     *
     * @param label which size it is, for symbols
     * @param first the size before the loop
     * @param symbol the size at the beginning of any iteration
     * @param step by how much an iteration changes it, empty if that is not always the same
     */
    Size of(String label, Size first, Size symbol, Optional<Size> step);
  }

  /** The type after so many iterations. */
  ValueType afterAll(Size trips, String name) {
    ValueType grown =
        changed(
            (label, first, symbol, step) ->
                step.isPresent() ? first.plus(step.get().times(trips)) : symbol);
    return scope.outside(name, grown);
  }

  /** The type at the beginning of any of so many iterations: a steady growth bounds the size. */
  ValueType duringAll(Size trips, String name) {
    Size earlier = trips.minus(Size.ONE).max(Size.ZERO);
    return changed(
        (label, first, symbol, step) -> {
          Optional<Size> most =
              step.flatMap(each -> bound(first, each, earlier)).flatMap(Size::largest);
          return most.isPresent()
              ? Size.of(Symbol.dataDependent(name + "." + label, scope.reason(), most.get()))
              : symbol;
        });
  }

  private static Optional<Size> bound(Size first, Size step, Size times) {
    if (step.isAtLeast(Size.ZERO)) {
      return Optional.of(first.plus(step.times(times)));
    }
    return Size.ZERO.isAtLeast(step) ? Optional.of(first) : Optional.empty();
  }

  private ValueType changed(Change change) {
    if (before instanceof TensorType tensor
        && initial instanceof TensorType first
        && after instanceof TensorType last
        && tensor.shape().hasRank()
        && first.shape().hasRank()
        && last.shape().hasRank()) {
      List<Size> dims = new ArrayList<>();
      for (int axis = 0; axis < tensor.shape().rank(); axis++) {
        dims.add(
            changed(
                change,
                Integer.toString(axis),
                first.shape().dim(axis),
                tensor.shape().dim(axis),
                last.shape().dim(axis)));
      }
      return new TensorType(tensor.element(), Shape.of(dims));
    }
    if (before instanceof SequenceType sequence
        && initial instanceof SequenceType first
        && after instanceof SequenceType last
        && sequence.length().isPresent()
        && first.length().isPresent()
        && last.length().isPresent()) {
      Size length =
          changed(
              change, "length", first.length().get(), sequence.length().get(), last.length().get());
      return new SequenceType(sequence.element(), Optional.of(length));
    }
    return before;
  }

  private Size changed(Change change, String label, Size first, Size symbol, Size last) {
    if (!scope.isInside(symbol)) {
      return symbol;
    }
    Size step = last.minus(symbol);
    return change.of(
        label, first, symbol, scope.isInside(step) ? Optional.empty() : Optional.of(step));
  }
}
