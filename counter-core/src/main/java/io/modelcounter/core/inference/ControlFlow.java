package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operators that execute graphs (ONNX, If, Loop, Scan, SequenceMap): they belong to the engine,
 * not to an operator family.
 */
final class ControlFlow {

  /** Outputs and bodies of a node. */
  record Result(List<TypedValue> outputs, List<Body> bodies) {}

  private final GraphTyping typing;

  ControlFlow(GraphTyping typing) {
    this.typing = typing;
  }

  /** Types a node if it is one of the operators that execute graphs. */
  Optional<Result> type(Node node, Call call, List<TypedValue> inputs) {
    if (!node.operator().domain().equals(OperatorId.ONNX)) {
      return Optional.empty();
    }
    return switch (node.operator().name()) {
      case "If" -> Optional.of(branch(node, call));
      case "Loop" -> Optional.of(new LoopTyping(typing, node, call, inputs).type());
      case "Scan" -> Optional.of(new ScanTyping(typing, node, call, inputs).type());
      case "SequenceMap" -> Optional.of(map(node, call, inputs));
      default -> Optional.empty();
    };
  }

  static Graph requiredGraph(Call call, String attribute) {
    return call.attributes()
        .graph(attribute)
        .orElseThrow(() -> new AttributeException("attribute \"" + attribute + "\" is missing"));
  }

  private Result branch(Node node, Call call) {
    Optional<Boolean> condition =
        call.value(0).filter(value -> value.size() == 1).flatMap(value -> value.at(0).asBoolean());
    if (condition.isPresent()) {
      String role = condition.get() ? "then" : "else";
      TypedGraph taken = typeBranch(node, call, role);
      return new Result(taken.outputs(), List.of(Body.once(taken)));
    }
    TypedGraph first;
    try {
      first = typeBranch(node, call, "then");
    } catch (ModelException impossible) {
      requireContradiction(impossible);
      return onlyPossible(node, typeBranch(node, call, "else"), "then", impossible);
    }
    TypedGraph second;
    try {
      second = typeBranch(node, call, "else");
    } catch (ModelException impossible) {
      requireContradiction(impossible);
      return onlyPossible(node, first, "else", impossible);
    }
    String reason = "the condition of " + node.displayName() + " is not known";
    List<TypedValue> outputs = new ArrayList<>();
    for (int i = 0; i < Math.min(first.outputs().size(), second.outputs().size()); i++) {
      TypedValue one = first.outputs().get(i);
      TypedValue other = second.outputs().get(i);
      TypeJoin join = TypeJoin.ofAlternatives(typing.outputName(node, i), reason);
      StoredOrigins origins = StoredOrigins.either(one, other);
      outputs.add(
          new TypedValue(
              join.join(one.inferred(), other.inferred()),
              origins.sources(),
              origins.verbatim(),
              0));
    }
    return new Result(
        outputs, List.of(Body.alternative(first, reason), Body.alternative(second, reason)));
  }

  private TypedGraph typeBranch(Node node, Call call, String role) {
    return typing.typeBody(
        node, requiredGraph(call, role + "_branch"), typing.bodyPath(node, role), List.of());
  }

  /** Whatever else is wrong with a branch has nothing to do with the sizes at hand. */
  private static void requireContradiction(ModelException why) {
    if (!why.code().equals(GraphTyping.CONTRADICTION)) {
      throw why;
    }
  }

  /** A branch that contradicts itself for the sizes at hand can never be taken. */
  private Result onlyPossible(
      Node node, TypedGraph possible, String impossibleRole, ModelException why) {
    typing.report(
        Diagnostic.info(
            "W0309",
            Places.of(node),
            "its "
                + impossibleRole
                + " branch cannot be taken with these sizes ("
                + why.getMessage()
                + "), so the other one is counted"));
    return new Result(possible.outputs(), List.of(Body.once(possible)));
  }

  private Result map(Node node, Call call, List<TypedValue> inputs) {
    List<TypedValue> members = new ArrayList<>();
    Optional<Size> length = Optional.empty();
    for (int i = 0; i < inputs.size(); i++) {
      if (call.type(i) instanceof SequenceType sequence) {
        length = length.or(sequence::length);
        members.add(inputs.get(i).as(sequence.element()));
      } else {
        members.add(inputs.get(i));
      }
    }
    Size count =
        length.orElseGet(
            () -> call.freshSize(0, "length", "the length of the sequence is not known"));
    TypedGraph body =
        typing.typeBody(node, requiredGraph(call, "body"), typing.bodyPath(node, "body"), members);
    List<TypedValue> outputs = new ArrayList<>();
    for (TypedValue output : body.outputs()) {
      outputs.add(output.as(new SequenceType(output.type(), Optional.of(count))));
    }
    return new Result(outputs, List.of(Body.repeated(body, Amount.exact(count))));
  }

  /** The single known element of a call's input. */
  static Optional<Size> scalarSize(Call call, int input) {
    return call.value(input)
        .filter(value -> value.size() == 1)
        .flatMap(TensorValue::asSizes)
        .map(sizes -> sizes.get(0));
  }
}
