package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Modules that exporters spell out as many nodes, recognised by the names that PyTorch gives to
 * their parameters.
 */
final class ModulePatterns {
  private static final String INPUT_WEIGHT = "weight_ih";
  private static final String STATE_WEIGHT = "weight_hh";

  private final ModuleCalls calls;
  private final Links links;

  ModulePatterns(ModuleCalls calls, Links links) {
    this.calls = calls;
    this.links = links;
  }

  /** All such modules of a graph: cells, then multi-head attention, then encoder layers. */
  List<Composite> find() {
    List<Composite> cells = new ArrayList<>();
    List<Composite> attentions = new ArrayList<>();
    Set<List<String>> attentionPaths = new LinkedHashSet<>();
    Map<List<String>, List<List<TypedNode>>> contents = calls.contents();
    contents.forEach(
        (path, ofModule) -> {
          for (List<TypedNode> content : ofModule) {
            cell(path, content).ifPresent(cells::add);
            attention(path, content)
                .ifPresent(
                    attention -> {
                      attentions.add(attention);
                      attentionPaths.add(path);
                    });
          }
        });
    List<Composite> all = new ArrayList<>(cells);
    all.addAll(attentions);
    all.addAll(encoderLayers(contents, attentionPaths));
    return all;
  }

  /** One step of a recurrent layer: a Gemm by each of its two weights. */
  private Optional<Composite> cell(List<String> path, List<TypedNode> content) {
    Optional<TypedNode> input = product(path, content, INPUT_WEIGHT);
    Optional<TypedNode> state = product(path, content, STATE_WEIGHT);
    if (input.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    long sigmoids = content.stream().filter(node -> Links.is(node, "Sigmoid")).count();
    CompositeKind kind =
        sigmoids >= 3
            ? CompositeKind.LSTM_CELL
            : sigmoids == 2 ? CompositeKind.GRU_CELL : CompositeKind.RNN_CELL;
    List<Composite.Member> members = new ArrayList<>();
    for (TypedNode node : content) {
      String role = "gates";
      if (isSame(node, state.get())) {
        role = "state product";
      } else if (isSame(node, input.get())) {
        role = "input product";
      }
      members.add(new Composite.Member(node, role));
    }
    return Optional.of(
        new Composite(
            kind, state.get(), members, Set.of("state product", "input product", "gates")));
  }

  private static boolean isSame(TypedNode one, TypedNode other) {
    return one.node().index() == other.node().index();
  }

  private Optional<TypedNode> product(
      List<String> path, List<TypedNode> content, String parameter) {
    String name = parameter(path, parameter);
    return content.stream()
        .filter(node -> Links.is(node, "Gemm", "MatMul") && readsWeight(node, name))
        .findFirst();
  }

  /** Tells whether a stored factor has a certain name, itself or before it was transposed. */
  private boolean readsWeight(TypedNode node, String name) {
    return Links.input(node, 1).equals(name)
        || links
            .producer(node, 1, "Transpose")
            .filter(transpose -> Links.input(transpose, 0).equals(name))
            .isPresent();
  }

  /** Multi-head attention: a module with projections of its own and attention between them. */
  private Optional<Composite> attention(List<String> path, List<TypedNode> content) {
    if (path.isEmpty() || content.stream().noneMatch(node -> isProjection(path, node))) {
      return Optional.empty();
    }
    Optional<TypedNode> softmax =
        content.stream().filter(node -> Links.is(node, "Softmax")).findFirst();
    return softmax.map(
        main ->
            new Composite(
                CompositeKind.MULTIHEAD_ATTENTION,
                main,
                content.stream().map(node -> new Composite.Member(node, "operation")).toList(),
                Set.of("operation")));
  }

  private boolean isProjection(List<String> path, TypedNode node) {
    String start = parameter(path, "");
    return node.node().inputs().stream()
        .map(
            input ->
                input.startsWith(start) ? input.substring(start.length()) : source(node, start))
        .anyMatch(
            name ->
                name.equals("in_proj_weight")
                    || name.equals("in_proj_bias")
                    || name.equals("q_proj_weight"));
  }

  private String source(TypedNode node, String start) {
    return links
        .producer(node, 1, "Transpose")
        .map(transpose -> Links.input(transpose, 0))
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()))
        .orElse("");
  }

  /** Encoder layers of a transformer: {@code self_attn}, {@code linear1}, {@code linear2}. */
  private List<Composite> encoderLayers(
      Map<List<String>, List<List<TypedNode>>> contents, Set<List<String>> attentionPaths) {
    Map<List<String>, EncoderLayer> layers = new LinkedHashMap<>();
    for (List<String> path : attentionPaths) {
      if (path.get(path.size() - 1).equals("self_attn")) {
        layers.put(path.subList(0, path.size() - 1), new EncoderLayer());
      }
    }
    contents.forEach(
        (path, calls) -> {
          for (int length = 0; length <= path.size(); length++) {
            EncoderLayer layer = layers.get(path.subList(0, length));
            if (layer != null) {
              layer.children.add(length < path.size() ? path.get(length) : "");
              String role = length == path.size() ? "own operation" : "module";
              calls.forEach(call -> call.forEach(node -> layer.add(node, role)));
            }
          }
        });
    return layers.values().stream().flatMap(layer -> layer.composite().stream()).toList();
  }

  /** What stands inside a module that may be an encoder layer. */
  private static final class EncoderLayer {
    private final Set<String> children = new HashSet<>();
    private final List<Composite.Member> members = new ArrayList<>();

    void add(TypedNode node, String role) {
      members.add(new Composite.Member(node, role));
    }

    Optional<Composite> composite() {
      boolean complete = children.contains("linear1") && children.contains("linear2");
      return complete && !children.contains("multihead_attn")
          ? Optional.of(
              new Composite(
                  CompositeKind.ENCODER_LAYER,
                  members.get(0).node(),
                  members,
                  Set.of("own operation", "module")))
          : Optional.empty();
    }
  }

  private static String parameter(List<String> path, String name) {
    return path.isEmpty() ? name : String.join(".", path) + "." + name;
  }
}
