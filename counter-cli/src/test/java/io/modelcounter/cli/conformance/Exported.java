package io.modelcounter.cli.conformance;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The exported models, analysed without the types that the files themselves declare. */
final class Exported {
  private static final Analyzer ANALYZER = Analyzer.using(Exported.class.getClassLoader());

  private Exported() {}

  /** The measured models of a group such as {@code zoo}. */
  static List<ExportedCase> cases(String group) throws IOException {
    List<ExportedCase> cases = new ArrayList<>();
    for (Path model : Corpus.models(Corpus.root().resolve("exported").resolve(group))) {
      if (ExportedCase.isMeasured(model)) {
        cases.add(ExportedCase.of(model));
      }
    }
    return cases;
  }

  /** Analysis with symbolic sizes left as they are. */
  static Analysis analyze(Path model) {
    return ANALYZER.analyze(
        ModelInput.of(model), AnalysisOptions.defaults().ignoringDeclaredTypes());
  }

  /** Analysis with options. */
  static Analysis analyze(Path model, AnalysisOptions options) {
    return ANALYZER.analyze(ModelInput.of(model), options);
  }

  /** Analysis with the sizes of the measured run set before. */
  static Analysis analyzeMeasured(ExportedCase exported) {
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes();
    for (Map.Entry<String, Measured> input : exported.inputs().entrySet()) {
      List<Size> dims = input.getValue().shape().stream().map(Size::of).toList();
      options = options.withInputShape(input.getKey(), Shape.of(dims));
    }
    return ANALYZER.analyze(ModelInput.of(exported.file()), options);
  }
}
