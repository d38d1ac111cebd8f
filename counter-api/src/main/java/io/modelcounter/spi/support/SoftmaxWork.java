package io.modelcounter.spi.support;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * Work of a softmax over rows of n elements, the greatest of which is subtracted first so that the
 * exponentials stay in range (ONNX, Softmax and LogSoftmax).
 */
public final class SoftmaxWork {
  /** Version of Softmax from which a row runs along one axis. */
  private static final int ONE_AXIS = 13;

  private SoftmaxWork() {}

  /**
   * The rows that the attribute {@code axis} names.
   *
   * @param shape shape with known rank
   * @param attributes attributes of the node
   * @param version version of Softmax: before version 13 a row holds all elements from the axis on,
   *     from version 13 on it runs along the axis
   * @return the rows
   * @throws InvalidNodeException if the axis is out of range
   */
  public static Rows rows(Shape shape, Attributes attributes, int version) {
    boolean oneAxis = version >= ONE_AXIS;
    long axis = attributes.integer("axis", oneAxis ? -1 : 1);
    if (!oneAxis && (axis == shape.rank() || shape.rank() == 0)) {
      return new Rows(shape.elements(), Size.ONE);
    }
    if (shape.rank() == 0) {
      return new Rows(Size.ONE, Size.ONE);
    }
    int first = Axes.normalize(axis, shape.rank());
    return oneAxis
        ? Rows.along(shape, first)
        : new Rows(shape.elements(0, first), shape.elements(first, shape.rank()));
  }

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
