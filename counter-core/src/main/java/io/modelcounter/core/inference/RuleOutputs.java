package io.modelcounter.core.inference;

import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Asks shape rules about the nodes of one graph. */
final class RuleOutputs {
  private final TypingContext context;
  private final Graph graph;
  private final String path;

  RuleOutputs(TypingContext context, Graph graph, String path) {
    this.context = context;
    this.graph = graph;
    this.path = path;
  }

  /** What a rule says of a node's outputs; where that is nothing, what the file says. */
  List<Inferred> of(Node node, Call call, Registered<ShapeRule> rule) {
    List<Inferred> answer =
        context
            .guard()
            .call(
                rule.plugin(),
                Places.of(node, path),
                () -> List.copyOf(SafeCalls.outputs(rule.what(), call)),
                reason -> Collections.nCopies(node.outputs().size(), Inferred.unknown(reason)));
    List<Inferred> outputs = new ArrayList<>(answer.size());
    for (int i = 0; i < answer.size(); i++) {
      Inferred output = answer.get(i);
      if (output.type() instanceof UnknownType && i < node.outputs().size()) {
        output =
            context.declaredType(graph, node.outputs().get(i)).map(Inferred::of).orElse(output);
      }
      outputs.add(guarded(node, output, rule.plugin()));
    }
    return outputs;
  }

  /** The same output, but elements that cannot be worked out are the fault of this node. */
  private Inferred guarded(Node node, Inferred output, String plugin) {
    if (!output.mayHaveValue()) {
      return output;
    }
    Inferred guarded = Inferred.of(output.type()).withValue(() -> elements(node, output, plugin));
    Inferred filled = output.fill().map(guarded::filledWith).orElse(guarded);
    return output.members().map(filled::withMembers).orElse(filled);
  }

  private Optional<TensorValue> elements(Node node, Inferred output, String plugin) {
    try {
      return context
          .guard()
          .call(plugin, Places.of(node, path), output::value, reason -> Optional.empty());
    } catch (InvalidNodeException invalid) {
      throw contradiction(node, path, invalid);
    } catch (AttributeException attribute) {
      throw wrongAttribute(node, path, attribute);
    }
  }

  /** The error that a node contradicts its operator. */
  static ModelException contradiction(Node node, String path, InvalidNodeException invalid) {
    return new ModelException(
        GraphTyping.CONTRADICTION,
        Places.of(node, path),
        String.valueOf(invalid.getMessage()),
        null,
        invalid);
  }

  /** The error that an attribute of a node is not what its operator needs. */
  static ModelException wrongAttribute(Node node, String path, AttributeException attribute) {
    return new ModelException(
        "E0308", Places.of(node, path), String.valueOf(attribute.getMessage()), null, attribute);
  }
}
