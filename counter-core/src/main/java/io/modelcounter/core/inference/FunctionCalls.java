package io.modelcounter.core.inference;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.AttributeValue.Kind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Node;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types the bodies of model-local functions, once for every distinct set of input types, known
 * input values and attributes.
 */
final class FunctionCalls {
  private static final int KEY_ELEMENTS = 1024;

  /** Outputs and bodies of a call. */
  record Result(List<TypedValue> outputs, List<Body> bodies) {}

  /** What a body may make use of: not the elements of a large tensor. */
  private record Known(
      ValueType type,
      Optional<TensorValue> value,
      Optional<Scalar> fill,
      Optional<List<Known>> members) {

    static Known of(Inferred inferred) {
      return new Known(
          inferred.type(),
          isKeySized(inferred.type()) ? inferred.value() : Optional.empty(),
          inferred.fill(),
          inferred.members().map(members -> members.stream().map(Known::of).toList()));
    }

    Inferred inferred() {
      Inferred inferred = value.map(Inferred::of).orElseGet(() -> Inferred.of(type));
      Inferred filled = fill.map(inferred::filledWith).orElse(inferred);
      return members
          .map(all -> filled.withMembers(all.stream().map(Known::inferred).toList()))
          .orElse(filled);
    }
  }

  private record Argument(Known known, Set<StoredSource> sources, boolean verbatim) {}

  private record Key(FunctionId function, List<Argument> arguments, Attributes attributes) {}

  private final TypingContext context;
  private final Map<Key, TypedGraph> typed = new HashMap<>();
  private final Map<FunctionId, Integer> variants = new HashMap<>();

  FunctionCalls(TypingContext context) {
    this.context = context;
  }

  Result type(
      Function function,
      Node node,
      Call call,
      List<TypedValue> inputs,
      String callPath,
      int depth) {
    TypingContext.requireDepth(depth + 1, node);
    Attributes attributes = withDefaults(call.attributes(), function);
    List<Argument> arguments = new ArrayList<>();
    List<TypedValue> values = new ArrayList<>();
    for (int i = 0; i < function.body().inputs().size(); i++) {
      TypedValue value = i < inputs.size() ? inputs.get(i) : TypedValue.ABSENT;
      Known known = Known.of(value.inferred());
      arguments.add(new Argument(known, value.sources(), value.verbatim()));
      values.add(
          value.isAbsent()
              ? value
              : new TypedValue(known.inferred(), value.sources(), value.verbatim(), 0));
    }
    Key key = new Key(function.id(), arguments, attributes);
    TypedGraph body = typed.get(key);
    if (body == null) {
      body = typeBody(function, attributes, values, callPath, depth);
      if (!makesSymbols(body, values)) {
        typed.put(key, body);
      }
    }
    return new Result(body.outputs(), List.of(Body.once(body)));
  }

  private TypedGraph typeBody(
      Function function,
      Attributes attributes,
      List<TypedValue> values,
      String callPath,
      int depth) {
    int variant = variants.merge(function.id(), 1, Integer::sum);
    String name = function.id().name() + (variant == 1 ? "" : "#" + variant);
    return new GraphTyping(
            context, function.body(), callPath + "/" + name, null, attributes, this, depth + 1)
        .withInputs(values)
        .type();
  }

  /** Tells whether the outputs hold a data-dependent size that did not come in with the inputs. */
  private static boolean makesSymbols(TypedGraph body, List<TypedValue> inputs) {
    Set<Symbol> made = DataSymbols.of(body.outputs());
    return !made.isEmpty() && !DataSymbols.of(inputs).containsAll(made);
  }

  private static boolean isKeySized(ValueType type) {
    return GraphTyping.hasAtMost(KEY_ELEMENTS, type);
  }

  private static Attributes withDefaults(Attributes given, Function function) {
    Attributes attributes = given;
    for (Map.Entry<String, AttributeValue> entry : function.defaults().asMap().entrySet()) {
      if (!given.has(entry.getKey())) {
        attributes = attributes.with(entry.getKey(), entry.getValue());
      }
    }
    return attributes;
  }

  /**
   * Replaces references to attributes of the enclosing function; one that is not given is left out.
   */
  static Attributes resolve(Attributes attributes, Attributes functionAttributes) {
    boolean hasReference =
        attributes.asMap().values().stream().anyMatch(value -> value.kind() == Kind.REFERENCE);
    if (!hasReference) {
      return attributes;
    }
    Map<String, AttributeValue> resolved = new HashMap<>();
    attributes
        .asMap()
        .forEach(
            (name, value) -> {
              if (value.kind() != Kind.REFERENCE) {
                resolved.put(name, value);
              } else {
                functionAttributes
                    .find((String) value.value())
                    .ifPresent(given -> resolved.put(name, given));
              }
            });
    return Attributes.of(resolved);
  }
}
