package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Which node of a graph makes and which nodes read a value. */
final class Links {
  private final Map<String, TypedNode> producers = new HashMap<>();
  private final Map<String, List<TypedNode>> users = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();

  Links(TypedGraph graph) {
    for (TypedNode node : graph.nodes()) {
      node.node().outputs().forEach(output -> producers.put(output, node));
      for (String input : new HashSet<>(node.node().inputs())) {
        users.computeIfAbsent(input, key -> new ArrayList<>()).add(node);
      }
    }
    graph.graph().outputs().stream().map(ValueInfo::name).forEach(outputs::add);
  }

  /** Tells whether a node is of one of some standard operators. */
  static boolean is(TypedNode node, String... operators) {
    OperatorId operator = node.node().operator();
    return operator.domain().equals(OperatorId.ONNX)
        && List.of(operators).contains(operator.name());
  }

  /** The node that makes an input, if it stands in this graph and is of one of some operators. */
  Optional<TypedNode> producer(TypedNode node, int input, String... operators) {
    return producer(node, input).filter(found -> is(found, operators));
  }

  /** The node that makes an input, if it stands in this graph. */
  Optional<TypedNode> producer(TypedNode node, int input) {
    return input < node.node().inputs().size()
        ? Optional.ofNullable(producers.get(node.node().inputs().get(input)))
        : Optional.empty();
  }

  /** The nodes that read the first output. */
  List<TypedNode> users(TypedNode node) {
    return users.getOrDefault(output(node), List.of());
  }

  /** A reader of the first output of one of some operators, whoever else reads it. */
  Optional<TypedNode> user(TypedNode node, String... operators) {
    return users(node).stream().filter(user -> is(user, operators)).findFirst();
  }

  /** The one reader of the first output, if it is of one of some operators. */
  Optional<TypedNode> onlyUser(TypedNode node, String... operators) {
    List<TypedNode> all = users(node);
    return all.size() == 1 && !outputs.contains(output(node)) && is(all.get(0), operators)
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  static String output(TypedNode node) {
    return node.node().outputs().isEmpty() ? "" : node.node().outputs().get(0);
  }

  static String input(TypedNode node, int index) {
    return index < node.node().inputs().size() ? node.node().inputs().get(index) : "";
  }

  /** Position of the operand of a binary operator that a value is not; -1 if it is neither. */
  static int other(TypedNode binary, String value) {
    if (input(binary, 0).equals(value)) {
      return 1;
    }
    return input(binary, 1).equals(value) ? 0 : -1;
  }

  /** The user whose other operand is a certain value. */
  Optional<TypedNode> userWith(TypedNode node, String otherOperand, String... operators) {
    return users(node).stream()
        .filter(user -> is(user, operators))
        .filter(
            user -> {
              int other = other(user, output(node));
              return other >= 0 && input(user, other).equals(otherOperand);
            })
        .findFirst();
  }

  /** The user that takes a stored tensor as its other operand. */
  Optional<TypedNode> onlyUserWithStored(TypedNode node, String... operators) {
    return onlyUser(node, operators)
        .filter(
            user -> {
              int other = other(user, output(node));
              return other >= 0 && isStored(user, other);
            });
  }

  static boolean isStored(TypedNode node, int input) {
    return input < node.inputs().size() && node.inputs().get(input).isStored();
  }

  static boolean hasInput(TypedNode node, int input) {
    return node.call().hasInput(input);
  }

  /** Rank of an input; -1 if it is not known. */
  static int rank(TypedNode node, int input) {
    return input < node.inputs().size()
            && node.inputs().get(input).type() instanceof TensorType type
            && type.shape().hasRank()
        ? type.shape().rank()
        : -1;
  }

  /** Number of elements of an input; empty if its rank is not known. */
  static Optional<Size> elements(TypedNode node, int input) {
    return input < node.inputs().size()
            && node.inputs().get(input).type() instanceof TensorType type
            && type.shape().hasRank()
        ? Optional.of(type.shape().elements())
        : Optional.empty();
  }

  /** The only element of an input, where its value is known. */
  static OptionalDouble scalar(TypedNode node, int input) {
    if (input >= node.inputs().size()) {
      return OptionalDouble.empty();
    }
    Optional<TensorValue> value = node.inputs().get(input).inferred().value();
    return value.isPresent() && value.get().size() == 1
        ? value.get().at(0).asDouble()
        : OptionalDouble.empty();
  }

  /** Tells whether all elements of an input are known to be a certain number. */
  static boolean isFilledWith(TypedNode node, int input, double wanted) {
    TypedValue value = node.inputs().get(input);
    Optional<Scalar> fill = value.inferred().fill();
    if (fill.isPresent()) {
      return isNumber(fill.get(), wanted);
    }
    return value
        .inferred()
        .value()
        .map(known -> known.elements().stream().allMatch(element -> isNumber(element, wanted)))
        .orElse(false);
  }

  private static boolean isNumber(Scalar element, double wanted) {
    OptionalDouble number = element.asDouble();
    return number.isPresent() && number.getAsDouble() == wanted;
  }
}
