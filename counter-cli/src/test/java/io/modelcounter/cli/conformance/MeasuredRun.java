package io.modelcounter.cli.conformance;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the corpus as it was run: with the sizes of its inputs, and with stored inputs as
 * constants where they are small. The types that the file declares are ignored.
 *
 * @param model the model
 * @param options the sizes of its other inputs
 */
record MeasuredRun(Model model, AnalysisOptions options) {
  private static final Analyzer ANALYZER = Analyzer.using(MeasuredRun.class.getClassLoader());

  static MeasuredRun of(MeasuredCase measured) throws IOException {
    Model model = new OnnxModelReader().read(ModelInput.of(measured.file()), diagnostic -> {});
    Graph graph = model.graph();
    Map<String, Constant> initializers = new LinkedHashMap<>(graph.initializers());
    List<ValueInfo> inputs = new ArrayList<>();
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes();
    for (int i = 0; i < graph.inputs().size(); i++) {
      ValueInfo input = graph.inputs().get(i);
      MeasuredValue given = measured.inputs().get(input.name());
      boolean isTensor = input.type() instanceof TensorType;
      inputs.add(
          isTensor || given == null ? input : new ValueInfo(input.name(), given.valueType()));
      if (!isTensor || initializers.containsKey(input.name())) {
        continue;
      }
      Optional<Constant> value = StoredInput.read(measured.data().resolve("input_" + i + ".pb"));
      if (value.isPresent()) {
        initializers.put(input.name(), value.get());
      } else if (given != null && given.valueType() instanceof TensorType tensor) {
        options = options.withInputShape(input.name(), tensor.shape());
      }
    }
    Graph given =
        new Graph(
            graph.name(), inputs, graph.outputs(), graph.nodes(), initializers, graph.declared());
    return new MeasuredRun(
        new Model(
            model.origin(),
            model.producer(),
            model.formatVersion(),
            model.opsets(),
            given,
            model.functions(),
            model.metadata()),
        options);
  }

  /** The same inputs for another model. */
  MeasuredRun with(Model other) {
    return new MeasuredRun(other, options);
  }

  Analysis analyze() {
    return ANALYZER.analyze(model, options);
  }

  /** Types of all values of the main graph. */
  static Map<String, ValueType> types(Analysis analysis) {
    Map<String, ValueType> types = new HashMap<>();
    analysis.inputs().forEach(input -> types.put(input.name(), input.type()));
    for (LayerCost layer : analysis.layers()) {
      if (layer.graph().equals("main")) {
        layer.outputs().forEach(output -> types.put(output.name(), output.type()));
      }
    }
    analysis.outputs().forEach(output -> types.put(output.name(), output.type()));
    return types;
  }
}
