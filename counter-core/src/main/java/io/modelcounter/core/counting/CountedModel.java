package io.modelcounter.core.counting;

import io.modelcounter.core.composite.Composites;
import io.modelcounter.core.inference.Body;
import io.modelcounter.core.inference.StoredSource;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All counted layers of a model, as conventions see them. */
public final class CountedModel implements ModelView {

  /**
   * A layer.
   *
   * @param index position among all layers
   * @param node the counted node
   * @param view what conventions see of it
   * @param executions how often it is executed
   * @param isIgnored whether it was asked to be left out of all sums
   */
  public record Layer(
      int index, CountedNode node, LayerView view, Amount executions, boolean isIgnored) {}

  private final TypedGraph main;
  private final List<ValueInfo> inputs;
  private final List<Layer> layers = new ArrayList<>();
  private final Map<TypedGraph, List<Layer>> byGraph = new HashMap<>();

  /**
   * Puts the layers together. A layer of a body for which the exporter recorded no module belongs
   * to the module of the first node that executes the body.
   *
   * @param main the main graph
   * @param inputs its inputs with the types in force
   * @param counted counted nodes by graph, the main graph first
   * @param isParameter tells which stored tensors are parameters
   * @param isIgnored tells which nodes, with the module they belong to, are left out of all sums
   */
  public CountedModel(
      TypedGraph main,
      List<ValueInfo> inputs,
      Map<TypedGraph, List<CountedNode>> counted,
      Predicate<StoredSource> isParameter,
      BiPredicate<CountedNode, List<String>> isIgnored) {
    this.main = main;
    this.inputs = List.copyOf(inputs);
    Executions executions = new Executions(main);
    Map<TypedGraph, List<String>> scopes = new HashMap<>();
    Supplier<Boolean> hasModules =
        new Later<>(() -> counted.keySet().stream().anyMatch(Composites::recordsModules));
    counted.forEach(
        (graph, nodes) -> {
          Supplier<Composites> composites =
              new Later<>(() -> Composites.of(graph, hasModules.get()));
          Amount times = executions.of(graph);
          List<String> around = scopes.getOrDefault(graph, List.of());
          List<Layer> own = new ArrayList<>(nodes.size());
          for (CountedNode node : nodes) {
            List<String> recorded = node.typed().node().scope();
            List<String> scope = recorded.isEmpty() ? around : recorded;
            node.typed().bodies().forEach(body -> scopes.putIfAbsent(body.graph(), scope));
            LayerView view =
                view(node, scope, times, isParameter)
                    .within(
                        () -> composites.get().call(node.typed()),
                        () -> composites.get().parts(node.typed()));
            int index = layers.size() + own.size();
            own.add(new Layer(index, node, view, times, isIgnored.test(node, scope)));
          }
          byGraph.put(graph, own);
          layers.addAll(own);
        });
  }

  private static LayerView view(
      CountedNode node,
      List<String> scope,
      Amount executions,
      Predicate<StoredSource> isParameter) {
    List<LayerView.@Nullable Input> inputs = new ArrayList<>();
    List<TypedValue> values = node.typed().inputs();
    for (int i = 0; i < values.size(); i++) {
      TypedValue value = values.get(i);
      if (!node.typed().call().hasInput(i)) {
        inputs.add(null);
      } else {
        boolean parameter =
            value.isStored()
                && node.role(i) != InputRole.CONSTANT
                && value.sources().stream().anyMatch(isParameter);
        inputs.add(new LayerView.Input(value.type(), parameter));
      }
    }
    List<ValueType> outputs = new ArrayList<>();
    for (int i = 0; i < node.typed().call().outputCount(); i++) {
      outputs.add(node.typed().call().outputType(i));
    }
    return new LayerView(
        node.typed().node().operator(),
        node.typed().call().attributes(),
        scope,
        inputs,
        outputs,
        node.cost(),
        executions);
  }

  /**
   * All layers: those of the main graph in file order, then those of bodies.
   *
   * @return the layers, with those that are left out of sums
   */
  public List<Layer> all() {
    return layers;
  }

  @Override
  public List<LayerView> layers() {
    return layers.stream().filter(layer -> !layer.isIgnored()).map(Layer::view).toList();
  }

  @Override
  public List<ValueInfo> inputs() {
    return inputs;
  }

  @Override
  public Amount sum(Function<LayerView, Amount> amount) {
    return sumLayers(layer -> amount.apply(layer.view()));
  }

  /**
   * Adds up an amount over all layers that count, bodies as often as they are executed,
   * alternatives as an interval.
   *
   * @param amount amount of one execution of a layer, without its bodies
   * @return the total
   */
  public Amount sumLayers(Function<Layer, Amount> amount) {
    return Amount.unlessTooComplex(() -> new Summation(amount).total(main));
  }

  private final class Summation {
    private final Function<Layer, Amount> amount;
    private final Map<TypedGraph, Amount> totals = new HashMap<>();

    Summation(Function<Layer, Amount> amount) {
      this.amount = amount;
    }

    Amount total(TypedGraph graph) {
      Amount known = totals.get(graph);
      if (known != null) {
        return known;
      }
      List<Amount> parts = new ArrayList<>();
      for (Layer layer : byGraph.getOrDefault(graph, List.of())) {
        if (!layer.isIgnored()) {
          parts.add(amount.apply(layer));
        }
        addBodies(layer.node().typed().bodies(), parts);
      }
      Amount total = Amount.sum(parts);
      totals.put(graph, total);
      return total;
    }

    private void addBodies(List<Body> bodies, List<Amount> parts) {
      Amount alternatives = null;
      for (Body body : bodies) {
        Amount inside = total(body.graph());
        if (!body.isAlternative()) {
          parts.add(inside.times(body.executions()));
        } else if (alternatives == null) {
          alternatives = inside;
        } else {
          alternatives = alternatives.hull(inside, String.join("; ", body.executions().reasons()));
        }
      }
      if (alternatives != null) {
        parts.add(alternatives);
      }
    }
  }
}
