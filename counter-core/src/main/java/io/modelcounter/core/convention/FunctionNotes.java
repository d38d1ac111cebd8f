package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.ModelView;
import java.util.ArrayList;
import java.util.List;

/** What tools that replace functions of PyTorch tell apart and a graph does not. */
final class FunctionNotes {
  private FunctionNotes() {}

  /**
   * Sentences about a model.
   *
   * @param missesOperator whether the tool does not count the operator {@code @}
   */
  static List<String> of(ModelView model, boolean missesOperator) {
    List<String> notes = new ArrayList<>();
    if (missesOperator && ExportNotes.hasMain(model, CompositeKind.MATRIX_PRODUCT)) {
      notes.add(
          "products of two activations are taken for torch.matmul; written with @ they would count"
              + " 0");
    }
    if (ExportNotes.hasMain(model, CompositeKind.ELEMENTWISE)) {
      notes.add(
          "additions and multiplications of tensors are taken for the operators + and *, which"
              + " count 0; torch.add and torch.mul would count");
    }
    return notes;
  }
}
