package io.modelcounter.core;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.Totals;
import io.modelcounter.core.counting.CountedModel;
import io.modelcounter.core.counting.CountedModel.Layer;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.counting.ModuleTree;
import io.modelcounter.core.inference.StoredSource;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.memory.StoredTensors;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Model;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the parts of an analysis together. */
final class ResultAssembly {
  private final Model model;
  private final TypedGraph main;
  private final CountedModel counted;
  private final StoredTensors stored;
  private final Collection<CountingConvention> conventions;
  private final PluginSet plugins;
  private final IdentityHashMap<CountedNode, List<StoredSource>> parameters;

  ResultAssembly(
      Model model,
      TypedGraph main,
      CountedModel counted,
      StoredTensors stored,
      Collection<CountingConvention> conventions,
      PluginSet plugins) {
    this.model = model;
    this.main = main;
    this.counted = counted;
    this.stored = stored.countedIn(counted);
    this.conventions = conventions;
    this.plugins = plugins;
    this.parameters = this.stored.parametersByUser();
  }

  Analysis assemble(
      MemoryProfile memory,
      List<ValueInfo> inputs,
      List<String> inputAssumptions,
      List<Diagnostic> diagnostics,
      Readings readings,
      boolean hasTerms) {
    List<LayerCost> layers = new ArrayList<>(counted.all().size());
    for (Layer layer : counted.all()) {
      layers.add(layer(layer));
    }
    Totals totals = totals(memory);
    List<ValueInfo> outputs = new ArrayList<>();
    for (int i = 0; i < main.outputs().size(); i++) {
      outputs.add(
          new ValueInfo(main.graph().outputs().get(i).name(), main.outputs().get(i).type()));
    }
    Map<String, String> descriptions = new LinkedHashMap<>();
    conventions.forEach(convention -> descriptions.put(convention.id(), convention.description()));
    return Analysis.of(model.origin())
        .model(model.producer(), model.formatVersion(), model.opsets())
        .values(inputs, outputs)
        .conventions(descriptions)
        .layers(layers)
        .modules(ModuleTree.of(layers, this::sum, totals.amounts(), totals.parameters()))
        .totals(totals)
        .terms(hasTerms ? terms() : Map.of())
        .memory(memory)
        .storedTensors(stored.list())
        .plugins(PluginUses.of(plugins, layers))
        .notes(assumptions(inputAssumptions, layers), diagnostics)
        .readings(readings.own(), readings.other())
        .build();
  }

  private LayerCost layer(Layer layer) {
    CountedNode node = layer.node();
    TypedNode typed = node.typed();
    LayerCost.Builder builder =
        LayerCost.of(layer.index(), typed.node().operator())
            .at(typed.node().displayName(), layer.view().scope(), node.graph().path())
            .cost(node.cost(), node.countedBy(), layer.executions())
            .ignored(layer.isIgnored())
            .traffic(
                new Traffic(
                    times(node.traffic().readBytes(), layer.executions()),
                    times(node.traffic().writeBytes(), layer.executions())));
    for (CountingConvention convention : conventions) {
      builder.amount(
          convention.id(),
          Amount.unlessTooComplex(() -> convention.count(layer.view()).times(layer.executions())));
    }
    List<StoredSource> own = parameters.getOrDefault(node, List.of());
    if (!own.isEmpty()) {
      builder.parameters(
          Amount.sum(own.stream().map(stored::elements).toList()),
          Amount.sum(own.stream().map(StoredTensors::bytes).toList()));
    }
    for (int i = 0; i < typed.inputs().size(); i++) {
      if (typed.call().hasInput(i)) {
        builder.input(new ValueInfo(typed.node().inputs().get(i), typed.inputs().get(i).type()));
      }
    }
    for (int i = 0; i < typed.node().outputs().size(); i++) {
      if (typed.call().hasOutput(i)) {
        builder.output(new ValueInfo(typed.node().outputs().get(i), typed.call().outputType(i)));
      }
    }
    return builder.build();
  }

  private static Amount times(Amount once, Amount executions) {
    return Amount.unlessTooComplex(() -> once.times(executions));
  }

  private Totals totals(MemoryProfile memory) {
    Map<String, Amount> amounts = new TreeMap<>();
    for (CountingConvention convention : conventions) {
      amounts.put(convention.id(), convention.total(counted));
    }
    return new Totals(
        amounts,
        stored.elements(InputRole.PARAMETER),
        stored.elements(InputRole.BUFFER),
        stored.elements(InputRole.CONSTANT),
        stored.bytes(InputRole.PARAMETER),
        stored.bytes(InputRole.BUFFER),
        stored.bytes(InputRole.CONSTANT),
        counted.sumLayers(layer -> layer.node().traffic().readBytes()),
        counted.sumLayers(layer -> layer.node().traffic().writeBytes()),
        memory.peak());
  }

  private Map<String, List<NamedAmount>> terms() {
    Map<String, List<NamedAmount>> terms = new LinkedHashMap<>();
    conventions.forEach(
        convention -> terms.put(convention.id(), List.copyOf(convention.totalTerms(counted))));
    return terms;
  }

  private Amount sum(String convention, BitSet inside) {
    CountingConvention chosen =
        conventions.stream()
            .filter(candidate -> candidate.id().equals(convention))
            .findFirst()
            .orElseThrow();
    return counted.sumLayers(
        layer -> inside.get(layer.index()) ? chosen.count(layer.view()) : Amount.zero());
  }

  private static List<String> assumptions(List<String> ofInputs, List<LayerCost> layers) {
    Set<String> sentences = new LinkedHashSet<>(ofInputs);
    layers.forEach(layer -> sentences.addAll(layer.cost().assumptions()));
    return List.copyOf(sentences);
  }
}
