package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;

/**
 * Work of a softmax over rows of n elements, the greatest of which is subtracted first so that the
 * exponentials stay in range (ONNX, Softmax and LogSoftmax).
 */
public final class SoftmaxWork {
  private SoftmaxWork() {}

  /**
   * Softmax: for a row n − 1 comparisons, n subtractions, n exponentials, n − 1 additions and n
   * divisions.
   *
   * @param type element type
   * @param rows the rows
   * @return the work
   */
  public static Work softmax(ElementType type, Rows rows) {
    return exponentials(type, rows).and(WorkKind.DIVIDE, type, rows.elements());
  }

  /**
   * Logarithm of a softmax: for a row n − 1 comparisons, n subtractions, n exponentials, n − 1
   * additions, a logarithm and n subtractions.
   *
   * @param type element type
   * @param rows the rows
   * @return the work
   */
  public static Work logSoftmax(ElementType type, Rows rows) {
    return exponentials(type, rows)
        .and(WorkKind.LOG, type, rows.count())
        .and(WorkKind.ADD, type, rows.elements());
  }

  /**
   * The exponentials of a softmax and their sum: for a row n − 1 comparisons, n subtractions, n
   * exponentials and n − 1 additions.
   *
   * @param type element type
   * @param rows the rows
   * @return the work
   */
  public static Work exponentials(ElementType type, Rows rows) {
    return Work.of(WorkKind.COMPARE, type, rows.combinations())
        .and(WorkKind.ADD, type, rows.elements().plus(rows.combinations()))
        .and(WorkKind.EXP, type, rows.elements());
  }
}
