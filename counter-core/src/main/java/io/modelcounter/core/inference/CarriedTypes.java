package io.modelcounter.core.inference;

import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The values that a loop carries from one iteration to the next, generalised until they settle. */
final class CarriedTypes {
  /** So many rounds follow sizes exactly; then whatever still changes is taken as unknown. */
  private static final int PATIENT_ROUNDS = 6;

  private final List<Inferred> initial;
  private final IntFunction<String> names;
  private final String reason;
  private List<Inferred> state;
  private boolean isOnce;

  CarriedTypes(List<Inferred> initial, IntFunction<String> names, String reason) {
    this.initial = initial;
    this.names = names;
    this.reason = reason;
    this.state = initial;
  }

  /**
   * Types the body with ever more general carried values until nothing changes.
   *
   * @param body types the body for given carried values
   * @param firstOutput position of the first carried value among the body's outputs
   * @param once whether the body is executed at most once, so that nothing is carried round
   * @return the body under the final typing
   */
  TypedGraph settle(Function<List<Inferred>, TypedGraph> body, int firstOutput, boolean once) {
    isOnce = once;
    TypedGraph typed = body.apply(state);
    if (once) {
      return typed;
    }
    for (int round = 0; ; round++) {
      List<Inferred> next = joined(typed, firstOutput, round >= PATIENT_ROUNDS);
      if (sameKnowledge(state, next)) {
        return typed;
      }
      state = next;
      typed = body.apply(state);
    }
  }

  /**
   * The carried values after the loop.
   *
   * @param typed the body under the final typing
   * @param firstOutput position of the first carried value among the body's outputs
   * @param trips how often the body is executed
   * @return one value for each carried one
   */
  List<Inferred> outputs(TypedGraph typed, int firstOutput, Size trips) {
    if (trips.isZero()) {
      return initial;
    }
    if (trips.isOne()) {
      return ControlFlow.inferred(typed).subList(firstOutput, firstOutput + initial.size());
    }
    if (isOnce) {
      return joined(typed, firstOutput, false);
    }
    boolean atLeastOnce = trips.compare(Size.ZERO) == Comparison.DIFFERENT;
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < initial.size(); i++) {
      Inferred last = typed.outputs().get(firstOutput + i).inferred();
      outputs.add(atLeastOnce && last.type().equals(state.get(i).type()) ? last : state.get(i));
    }
    return outputs;
  }

  private List<Inferred> joined(TypedGraph typed, int firstOutput, boolean giveUp) {
    List<Inferred> next = new ArrayList<>(state.size());
    for (int i = 0; i < state.size(); i++) {
      TypeJoin join = TypeJoin.ofIterations(names.apply(i), reason);
      Inferred value = join.join(state.get(i), typed.outputs().get(firstOutput + i).inferred());
      boolean changed = !value.type().equals(state.get(i).type());
      next.add(giveUp && changed ? Inferred.of(widened(value.type())) : value);
    }
    return next;
  }

  /** A type so general that it can change at most as often as types are nested in it. */
  private ValueType widened(ValueType type) {
    if (type instanceof TensorType tensor) {
      return new TensorType(tensor.element(), Shape.unknownRank(reason));
    }
    if (type instanceof SequenceType sequence) {
      return new SequenceType(widened(sequence.element()), Optional.empty());
    }
    if (type instanceof OptionalType optional) {
      return new OptionalType(widened(optional.element()));
    }
    return ValueType.unknown(reason);
  }

  private static boolean sameKnowledge(List<Inferred> before, List<Inferred> after) {
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).type().equals(after.get(i).type())
          || before.get(i).value().isPresent() != after.get(i).value().isPresent()
          || before.get(i).fill().isPresent() != after.get(i).fill().isPresent()) {
        return false;
      }
    }
    return true;
  }
}
