package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Types a whole model. */
public final class ModelTyping {
  private ModelTyping() {}

  /**
   * Types the main graph and everything that it executes.
   *
   * @param model the model
   * @param inputs inputs of the main graph with the types in force; those that are initializers are
   *     left out
   * @param registry rules
   * @param guard what runs the rules
   * @param declaredSizes values of the symbols in types that the file declares for outputs of
   *     operators that nobody knows; empty if those types are not to be taken for true
   * @param diagnostics receives what is odd
   * @return the typed main graph
   * @throws ModelException if the model contradicts itself
   */
  public static TypedGraph type(
      Model model,
      List<ValueInfo> inputs,
      CounterRegistry registry,
      PluginGuard guard,
      Optional<Bindings> declaredSizes,
      Consumer<Diagnostic> diagnostics) {
    TypingContext context =
        new TypingContext(registry, guard, model.functions(), declaredSizes, diagnostics);
    GraphTyping typing =
        new GraphTyping(
            context, model.graph(), "main", null, Attributes.none(), new FunctionCalls(context), 0);
    for (ValueInfo input : inputs) {
      typing.define(input.name(), TypedValue.computed(Inferred.of(input.type())));
    }
    return typing.type();
  }
}
