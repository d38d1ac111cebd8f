package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What an export does not hold any more of what tools for PyTorch models look at. */
final class ExportNotes {
  private ExportNotes() {}

  /** Sentences about a model that go for every tool. */
  static List<String> of(ModelView model) {
    List<String> notes = new ArrayList<>();
    if (!has(model, layer -> layer.moduleCall().isPresent())) {
      notes.add(
          "the file records no modules, so every operation is taken for the call of a module");
    }
    if (hasMain(model, CompositeKind.CONVOLUTION)
        && !has(model, ExportNotes::isWithoutBias)
        && !hasMain(model, CompositeKind.BATCH_NORM)) {
      notes.add(
          "every convolution has a bias and none a batch normalization: if the exporter folded the"
              + " one into the other, what the tool counts for it is missing, and biases are"
              + " counted that the network does not have");
    }
    notes.add("modules that the network has and the exported graph does not run are not counted");
    return notes;
  }

  /** Tells whether a model has an operation of a kind. */
  static boolean hasMain(ModelView model, CompositeKind kind) {
    return has(model, layer -> layer.part(kind).isPresent());
  }

  private static boolean isWithoutBias(LayerView layer) {
    return layer.part(CompositeKind.CONVOLUTION).filter(part -> !part.has("bias")).isPresent();
  }

  private static boolean has(ModelView model, Predicate<LayerView> wanted) {
    return model.layers().stream().anyMatch(wanted);
  }
}
