package io.modelcounter.report;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.analysis.Reading;
import io.modelcounter.analysis.Report;
import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.analysis.Totals;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects layers and makes a report of them, with totals and modules that are their sums. */
final class SampleModel {
  static final Map<String, String> CONVENTIONS =
      Map.of("macs", "multiply-adds only", "flops", "a multiply-add is 2, all else 1");

  private final String name;
  private final List<LayerCost> layers = new ArrayList<>();
  private final List<StoredTensor> stored = new ArrayList<>();
  private final List<LiveTensor> live = new ArrayList<>();
  private final List<PluginUse> plugins = new ArrayList<>();
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final Map<String, String> conventions = new TreeMap<>(CONVENTIONS);
  private List<String> assumptions = List.of();
  private List<Diagnostic> diagnostics = List.of();
  private String producer = "sample exporter 1.0";
  private Optional<Size> samples = Optional.empty();
  private Reading reading = Reading.AS_WRITTEN;
  private @Nullable Analysis otherReading;

  SampleModel(String name) {
    this.name = name;
  }

  SampleModel producer(String text) {
    producer = text;
    return this;
  }

  SampleModel convention(String id, String description) {
    conventions.put(id, description);
    return this;
  }

  SampleModel input(ValueInfo input) {
    inputs.add(input);
    return this;
  }

  SampleModel layer(LayerCost layer) {
    layers.add(layer);
    return this;
  }

  SampleModel stored(String tensor, TensorType type, InputRole role, String reason) {
    Amount bytes = type.element().bytes(type.shape().elements());
    stored.add(new StoredTensor(tensor, type, role, reason, bytes));
    return this;
  }

  SampleModel live(String tensor, TensorType type, int firstStep, int lastStep) {
    Amount bytes = type.element().bytes(type.shape().elements());
    return live(new LiveTensor(tensor, type.toString(), bytes, firstStep, lastStep));
  }

  SampleModel live(LiveTensor tensor) {
    live.add(tensor);
    return this;
  }

  SampleModel notes(List<String> sentences, List<Diagnostic> found) {
    assumptions = sentences;
    diagnostics = found;
    return this;
  }

  SampleModel plugin(PluginUse use) {
    plugins.add(use);
    return this;
  }

  SampleModel perSample(Size number) {
    samples = Optional.of(number);
    return this;
  }

  SampleModel otherReading(Reading own, Analysis other) {
    reading = own;
    otherReading = other;
    return this;
  }

  int size() {
    return layers.size();
  }

  Report report() {
    return new Report(
        analysis(), "1.2.3", List.of("analyze", "models/" + name, "--set", "batch=1"), 15, samples);
  }

  private Analysis analysis() {
    List<ValueInfo> outputs =
        layers.isEmpty() ? List.of() : layers.get(layers.size() - 1).outputs();
    List<String> steps =
        layers.stream().filter(layer -> layer.graph().equals("main")).map(LayerCost::name).toList();
    MemoryProfile memory = MemoryProfile.of(steps, live);
    return Analysis.of(new ModelOrigin(name, "onnx", 102_400_000, 0, "ab12".repeat(16)))
        .model(producer, 8, Map.of("ai.onnx", 17L, "com.acme", 1L))
        .values(inputs, outputs)
        .conventions(conventions)
        .layers(layers)
        .modules(modules("", "model", 0, layers))
        .totals(totals(memory.peak()))
        .memory(memory)
        .storedTensors(stored)
        .plugins(plugins)
        .notes(assumptions, diagnostics)
        .readings(reading, otherReading)
        .build();
  }

  private Totals totals(Amount peak) {
    return new Totals(
        amounts(layers),
        sum(layers, LayerCost::parameters),
        elements(InputRole.BUFFER),
        elements(InputRole.CONSTANT),
        sum(layers, LayerCost::weightBytes),
        bytes(InputRole.BUFFER),
        bytes(InputRole.CONSTANT),
        sum(layers, layer -> layer.traffic().readBytes()),
        sum(layers, layer -> layer.traffic().writeBytes()),
        peak);
  }

  private Amount elements(InputRole role) {
    return Amount.sum(
        stored.stream()
            .filter(tensor -> tensor.role() == role)
            .map(tensor -> Amount.exact(tensor.type().shape().elements()))
            .toList());
  }

  private Amount bytes(InputRole role) {
    return Amount.sum(
        stored.stream().filter(tensor -> tensor.role() == role).map(StoredTensor::bytes).toList());
  }

  private Map<String, Amount> amounts(List<LayerCost> group) {
    Map<String, Amount> amounts = new TreeMap<>();
    conventions.keySet().forEach(id -> amounts.put(id, sum(group, layer -> layer.amount(id))));
    return amounts;
  }

  private ModuleCost modules(String path, String last, int depth, List<LayerCost> inside) {
    Map<String, List<LayerCost>> groups = new LinkedHashMap<>();
    for (LayerCost layer : inside) {
      if (layer.scope().size() > depth) {
        groups.computeIfAbsent(layer.scope().get(depth), key -> new ArrayList<>()).add(layer);
      }
    }
    List<ModuleCost> children = new ArrayList<>();
    groups.forEach(
        (child, group) ->
            children.add(
                modules(path.isEmpty() ? child : path + "." + child, child, depth + 1, group)));
    return new ModuleCost(
        path, last, inside.size(), amounts(inside), sum(inside, LayerCost::parameters), children);
  }

  private static Amount sum(List<LayerCost> layers, Function<LayerCost, Amount> amount) {
    return Amount.sum(layers.stream().filter(layer -> !layer.isIgnored()).map(amount).toList());
  }
}
