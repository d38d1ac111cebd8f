package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is common to the typing of all graphs of one model. */
final class TypingContext {
  private static final long NODE_BUDGET = 20_000_000;
  private static final int MAX_CALL_DEPTH = 100;

  private final CounterRegistry registry;
  private final Map<FunctionId, Function> functions;
  private final boolean useDeclaredTypes;
  private final Consumer<Diagnostic> diagnostics;
  private long typedNodes;

  TypingContext(
      CounterRegistry registry,
      Map<FunctionId, Function> functions,
      boolean useDeclaredTypes,
      Consumer<Diagnostic> diagnostics) {
    this.registry = registry;
    this.functions = functions;
    this.useDeclaredTypes = useDeclaredTypes;
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

  boolean useDeclaredTypes() {
    return useDeclaredTypes;
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

  static void requireCallDepth(int depth, Node node) {
    if (depth > MAX_CALL_DEPTH) {
      throw new ModelException(
          "E0407", Places.of(node), "functions are called more than " + MAX_CALL_DEPTH + " deep");
    }
  }
}
