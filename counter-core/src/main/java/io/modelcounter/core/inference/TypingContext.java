package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.symbolic.Bindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is common to the typing of all graphs of one model. */
final class TypingContext {
  private static final long NODE_BUDGET = 20_000_000;
  private static final int MAX_DEPTH = 100;

  private final CounterRegistry registry;
  private final PluginGuard guard;
  private final Map<FunctionId, Function> functions;
  private final Optional<Bindings> declaredSizes;
  private final Consumer<Diagnostic> diagnostics;
  private final IdentityHashMap<Object, List<StoredSource>> sources = new IdentityHashMap<>();
  private final Set<String> reported = new HashSet<>();
  private long typedNodes;

  TypingContext(
      CounterRegistry registry,
      PluginGuard guard,
      Map<FunctionId, Function> functions,
      Optional<Bindings> declaredSizes,
      Consumer<Diagnostic> diagnostics) {
    this.registry = registry;
    this.guard = guard;
    this.functions = functions;
    this.declaredSizes = declaredSizes;
    this.diagnostics = diagnostics;
  }

  CounterRegistry registry() {
    return registry;
  }

  PluginGuard guard() {
    return guard;
  }

  Optional<Function> function(Node node) {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(functions.get(FunctionId.calledBy(node)));
  }

  /** Tells whether a preferred plugin counts a call that would otherwise be one of a function. */
  boolean isTakenByPreferred(Call call, String place) {
    for (Registered<LayerCounter> candidate : registry.preferredCounters(call.operator())) {
      LayerCounter counter = candidate.what();
      if (guard.call(
          candidate.plugin(), place, () -> SafeCalls.handles(counter, call), reason -> true)) {
        return true;
      }
    }
    return false;
  }

  /** Outputs of a node that nobody can infer: what the file declares, if that can be trusted. */
  List<Inferred> unknownOutputs(Graph graph, Node node) {
    List<Inferred> outputs = new ArrayList<>();
    for (String output : node.outputs()) {
      outputs.add(
          declaredType(graph, output)
              .map(Inferred::of)
              .orElseGet(
                  () ->
                      Inferred.unknown("no plugin knows the operator " + node.operator().text())));
    }
    return outputs;
  }

  /** What the file declares for a value, if that can be taken for true. */
  Optional<ValueType> declaredType(Graph graph, String value) {
    if (declaredSizes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(graph.declared().get(value))
        .or(
            () ->
                graph.outputs().stream()
                    .filter(output -> output.name().equals(value))
                    .map(ValueInfo::type)
                    .findFirst())
        .map(declared -> declared.bind(declaredSizes.get()));
  }

  /**
   * The stored tensor of a name: the same object for every typing that gives it the same type.
   *
   * @param holder what of the model holds the tensor, compared by identity
   */
  StoredSource source(Object holder, String name, TensorType type, StoredSource.Origin origin) {
    List<StoredSource> known = sources.computeIfAbsent(holder, key -> new ArrayList<>(1));
    for (StoredSource source : known) {
      if (source.name().equals(name) && source.type().equals(type)) {
        return source;
      }
    }
    StoredSource source = new StoredSource(name, type, origin);
    known.add(source);
    return source;
  }

  /** Reports what is odd, once, however often a body is typed. */
  void report(Diagnostic diagnostic) {
    if (reported.add(diagnostic.code() + diagnostic.place() + diagnostic.message())) {
      diagnostics.accept(diagnostic);
    }
  }

  void spend(Node node) {
    typedNodes++;
    if (typedNodes > NODE_BUDGET) {
      throw new ModelException(
          "E0408",
          Places.of(node),
          "functions and loops need more than " + NODE_BUDGET + " node evaluations");
    }
  }

  static void requireDepth(int depth, Node node) {
    if (depth > MAX_DEPTH) {
      throw new ModelException(
          "E0407",
          Places.of(node),
          "function calls and bodies are nested more than " + MAX_DEPTH + " deep");
    }
  }
}
