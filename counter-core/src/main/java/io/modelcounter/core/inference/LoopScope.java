package io.modelcounter.core.inference;

import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names inside and outside the body of a loop: a symbol that is made inside stands for another size
 * in every iteration, so that it means nothing outside.
 */
final class LoopScope {
  private final GraphTyping typing;
  private final Node node;
  private final Graph body;
  private final String prefix;

  LoopScope(GraphTyping typing, Node node, Graph body) {
    this.typing = typing;
    this.node = node;
    this.body = body;
    this.prefix = GraphTyping.symbolPrefix(typing.bodyPath(node, "body"));
  }

  /** Name of one of the body's inputs, for symbols inside. */
  String inside(int input) {
    return prefix
        + (input < body.inputs().size() ? body.inputs().get(input).name() : "input " + input);
  }

  /** Name of one of the node's outputs, for symbols outside. */
  String outside(int output) {
    return typing.outputName(node, output);
  }

  /** Why a size is not known. */
  String reason() {
    return "it changes from one iteration of " + node.displayName() + " to the next";
  }

  boolean isInside(Symbol symbol) {
    return symbol.isDataDependent() && symbol.name().startsWith(prefix);
  }

  boolean isInside(Size size) {
    return DataSymbols.anyIn(size, this::isInside);
  }

  /** A size as it is known outside. */
  Size outside(String name, Size size) {
    if (!isInside(size)) {
      return size;
    }
    Optional<Size> most = size.largest();
    return Size.of(
        most.isPresent()
            ? Symbol.dataDependent(name, reason(), most.get())
            : Symbol.dataDependent(name, reason()));
  }

  /** A type as it is known outside. */
  ValueType outside(String name, ValueType type) {
    if (type instanceof TensorType tensor && tensor.shape().hasRank()) {
      List<Size> dims = new ArrayList<>();
      for (Size dim : tensor.shape().dims()) {
        dims.add(outside(name + "." + dims.size(), dim));
      }
      return new TensorType(tensor.element(), Shape.of(dims));
    }
    if (type instanceof SequenceType sequence) {
      return new SequenceType(
          outside(name, sequence.element()),
          sequence.length().map(length -> outside(name + ".length", length)));
    }
    return type instanceof OptionalType optional
        ? new OptionalType(outside(name, optional.element()))
        : type;
  }
}
