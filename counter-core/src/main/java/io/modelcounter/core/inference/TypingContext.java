package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Bindings;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is common to the typing of all graphs of one model. */
final class TypingContext {
  private static final long NODE_BUDGET = 20_000_000;
  private static final int MAX_DEPTH = 100;

  private final CounterRegistry registry;
  private final Map<FunctionId, Function> functions;
  private final Optional<Bindings> declaredSizes;
  private final Consumer<Diagnostic> diagnostics;
  private final IdentityHashMap<Object, List<StoredSource>> sources = new IdentityHashMap<>();
  private long typedNodes;

  TypingContext(
      CounterRegistry registry,
      Map<FunctionId, Function> functions,
      Optional<Bindings> declaredSizes,
      Consumer<Diagnostic> diagnostics) {
    this.registry = registry;
    this.functions = functions;
    this.declaredSizes = declaredSizes;
    this.diagnostics = diagnostics;
  }

  CounterRegistry registry() {
    return registry;
  }

  Optional<Function> function(Node node) {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(functions.get(FunctionId.calledBy(node)));
  }

  /** What the file declares for a value that nobody can infer, if that can be taken for true. */
  Optional<ValueType> declaredType(Graph graph, String value) {
    ValueType declared = graph.declared().get(value);
    return declared == null ? Optional.empty() : declaredSizes.map(declared::bind);
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

  void report(Diagnostic diagnostic) {
    diagnostics.accept(diagnostic);
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
