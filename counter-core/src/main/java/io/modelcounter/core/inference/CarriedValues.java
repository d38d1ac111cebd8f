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

/** The values that a loop carries from one iteration to the next, generalised until they settle. */
final class CarriedValues {
  /** So many rounds follow sizes exactly; then whatever still changes is taken as unknown. */
  private static final int PATIENT_ROUNDS = 6;

  private final LoopScope scope;
  private final int firstInput;
  private final int firstOutput;
  private final Function<List<TypedValue>, TypedGraph> body;
  private final List<TypedValue> initial;
  private List<TypedValue> state;
  private TypedGraph typed;

  /**
   * Types the body for the values that go into the loop.
   *
   * @param scope names inside and outside the loop
   * @param initial the values that go into the loop
   * @param firstInput position of the first of them among the body's inputs
   * @param firstOutput position of the first of them among the body's outputs
   * @param body types the body for given carried values
   */
  CarriedValues(
      LoopScope scope,
      List<TypedValue> initial,
      int firstInput,
      int firstOutput,
      Function<List<TypedValue>, TypedGraph> body) {
    this.scope = scope;
    this.initial = initial;
    this.firstInput = firstInput;
    this.firstOutput = firstOutput;
    this.body = body;
    this.state = initial;
    this.typed = body.apply(initial);
  }

  /** The body under the typing that holds so far: at first, that of the first iteration. */
  TypedGraph typed() {
    return typed;
  }

  /** Types the body with ever more general carried values until nothing changes. */
  CarriedValues settled() {
    for (int round = 0; ; round++) {
      List<TypedValue> next = new ArrayList<>(state.size());
      boolean changes = false;
      for (int i = 0; i < state.size(); i++) {
        TypedValue before = state.get(i);
        TypedValue joined = joined(before, output(i), scope.inside(firstInput + i));
        boolean changed = !sameKnowledge(before.inferred(), joined.inferred());
        if (changed && round >= PATIENT_ROUNDS) {
          boolean isTypeSettled = before.type().equals(joined.type());
          joined = joined.as(isTypeSettled ? joined.type() : widened(joined.type()));
        }
        changes |=
            changed
                || before.verbatim() != joined.verbatim()
                || !before.sources().equals(joined.sources());
        next.add(joined);
      }
      if (!changes) {
        return this;
      }
      state = next;
      typed = body.apply(state);
    }
  }

  /** Bounds carried sizes that grow steadily, for a body that is executed so many times. */
  CarriedValues during(Size trips) {
    boolean changes = false;
    List<TypedValue> bounded = new ArrayList<>(state.size());
    for (int i = 0; i < state.size(); i++) {
      TypedValue before = state.get(i);
      if (DataSymbols.anyIn(Inferred.of(before.type()), scope::isInside)) {
        changes = true;
        ValueType type = growth(i).duringAll(trips, scope.inside(firstInput + i));
        before = with(before, type);
      }
      bounded.add(before);
    }
    if (changes && trips.largest().isPresent()) {
      state = bounded;
      typed = body.apply(state);
    }
    return this;
  }

  private static TypedValue with(TypedValue value, ValueType type) {
    Inferred inferred = value.inferred();
    Inferred same = Inferred.of(type);
    Inferred filled = inferred.fill().map(same::filledWith).orElse(same);
    return new TypedValue(
        inferred.members().map(filled::withMembers).orElse(filled),
        value.sources(),
        value.verbatim(),
        0);
  }

  /**
   * The carried values after the loop, of which it is not known whether it is executed once or not
   * at all.
   */
  List<TypedValue> afterAtMostOne() {
    List<TypedValue> outputs = new ArrayList<>(initial.size());
    for (int i = 0; i < initial.size(); i++) {
      outputs.add(joined(initial.get(i), output(i), scope.outside(i)));
    }
    return outputs;
  }

  /**
   * The carried values after the loop.
   *
   * @param trips how often the body is executed
   * @return one value for each carried one
   */
  List<TypedValue> after(Size trips) {
    if (trips.isZero()) {
      return initial;
    }
    if (trips.isOne()) {
      return typed.outputs().subList(firstOutput, firstOutput + initial.size());
    }
    boolean atLeastOnce = trips.compare(Size.ZERO) == Comparison.DIFFERENT;
    List<TypedValue> outputs = new ArrayList<>(initial.size());
    for (int i = 0; i < initial.size(); i++) {
      TypedValue any = state.get(i);
      boolean isLast = atLeastOnce && output(i).type().equals(any.type());
      Inferred known = isLast ? output(i).inferred() : any.inferred();
      Inferred outside =
          DataSymbols.anyIn(known, scope::isInside)
              ? Inferred.of(growth(i).afterAll(trips, scope.outside(i)))
              : known;
      outputs.add(new TypedValue(outside, any.sources(), any.verbatim(), 0));
    }
    return outputs;
  }

  private SteadyGrowth growth(int carried) {
    return new SteadyGrowth(
        scope, initial.get(carried).type(), state.get(carried).type(), output(carried).type());
  }

  private TypedValue output(int carried) {
    return typed.outputs().get(firstOutput + carried);
  }

  private TypedValue joined(TypedValue before, TypedValue after, String name) {
    TypeJoin join = TypeJoin.ofIterations(name, scope.reason());
    StoredOrigins origins = StoredOrigins.either(before, after);
    return new TypedValue(
        join.join(before.inferred(), after.inferred()), origins.sources(), origins.verbatim(), 0);
  }

  /** A type so general that it can change at most as often as types are nested in it. */
  private ValueType widened(ValueType type) {
    if (type instanceof TensorType tensor) {
      return new TensorType(tensor.element(), Shape.unknownRank(scope.reason()));
    }
    if (type instanceof SequenceType sequence) {
      return new SequenceType(widened(sequence.element()), Optional.empty());
    }
    if (type instanceof OptionalType optional) {
      return new OptionalType(widened(optional.element()));
    }
    return ValueType.unknown(scope.reason());
  }

  private static boolean sameKnowledge(Inferred before, Inferred after) {
    if (!before.type().equals(after.type())
        || !before.value().equals(after.value())
        || !before.fill().equals(after.fill())
        || !before.members().map(List::size).equals(after.members().map(List::size))) {
      return false;
    }
    List<Inferred> members = before.members().orElse(List.of());
    for (int i = 0; i < members.size(); i++) {
      if (!sameKnowledge(members.get(i), after.members().orElseThrow().get(i))) {
        return false;
      }
    }
    return true;
  }
}
