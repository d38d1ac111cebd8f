package io.modelcounter.core.operator.matrix;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of an Einsum equation, bound to the shapes of its operands.
 *
 * <p>A label is a letter, or one of the axes that an ellipsis stands for: those are numbered −1,
 * −2, … from the last one, so that they broadcast like axes of tensors.
 */
final class EinsumLabels {
  private static final String ARROW = "->";
  private static final String ELLIPSIS = "...";

  private final List<List<Integer>> operands = new ArrayList<>();
  private final List<Integer> output;
  private final Map<Integer, Size> sizes = new HashMap<>();
  private final String equation;
  private int ellipsisRank;

  private EinsumLabels(String equation, List<Shape> shapes) {
    this.equation = equation;
    String compact = equation.replace(" ", "");
    int arrow = compact.indexOf(ARROW);
    String left = arrow < 0 ? compact : compact.substring(0, arrow);
    String[] terms = left.split(",", -1);
    if (terms.length != shapes.size()) {
      throw new InvalidNodeException(
          "equation \""
              + equation
              + "\" has "
              + terms.length
              + " terms for "
              + shapes.size()
              + " operands");
    }
    for (int i = 0; i < terms.length; i++) {
      operands.add(bind(terms[i], shapes.get(i)));
    }
    output =
        arrow < 0 ? implicitOutput() : explicitOutput(compact.substring(arrow + ARROW.length()));
  }

  /**
   * Reads an equation and binds it.
   *
   * @param equation equation such as {@code bij,bjk->bik}
   * @param shapes shapes of the operands, with known rank
   * @return the labels
   * @throws InvalidNodeException if it cannot be read or does not fit the shapes
   */
  static EinsumLabels of(String equation, List<Shape> shapes) {
    return new EinsumLabels(equation, shapes);
  }

  int operands() {
    return operands.size();
  }

  List<Integer> operand(int index) {
    return operands.get(index);
  }

  List<Integer> output() {
    return output;
  }

  Shape outputShape() {
    return Shape.of(output.stream().map(this::size).toList());
  }

  /** Tells whether there is a label that the output does not have. */
  boolean sumsOver() {
    return !output.containsAll(sizes.keySet());
  }

  Size size(Integer label) {
    Size size = sizes.get(label);
    if (size == null) {
      throw new InvalidNodeException(
          "the output of equation \"" + equation + "\" has a label that no operand has");
    }
    return size;
  }

  /** Product of the sizes of distinct labels. */
  Size product(Collection<Integer> labels) {
    List<Size> factors = new ArrayList<>(labels.size());
    for (Integer label : labels) {
      factors.add(size(label));
    }
    return Size.product(factors);
  }

  private List<Integer> bind(String term, Shape shape) {
    int ellipsis = term.indexOf(ELLIPSIS);
    int letters = ellipsis < 0 ? term.length() : term.length() - ELLIPSIS.length();
    int covered = shape.rank() - letters;
    if (covered < 0 || (ellipsis < 0 && covered > 0)) {
      throw new InvalidNodeException(
          "term \"" + term + "\" of equation \"" + equation + "\" does not fit shape " + shape);
    }
    List<Integer> labels = labels(term, ellipsis, covered);
    for (int axis = 0; axis < shape.rank(); axis++) {
      Shape dim = Shape.of(shape.dim(axis));
      sizes.merge(
          labels.get(axis),
          shape.dim(axis),
          (known, found) -> Broadcasting.broadcast(Shape.of(known), dim).dim(0));
    }
    ellipsisRank = Math.max(ellipsisRank, covered);
    return labels;
  }

  private List<Integer> labels(String term, int ellipsis, int covered) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < term.length(); i++) {
      if (i == ellipsis) {
        for (int axis = covered; axis > 0; axis--) {
          labels.add(-axis);
        }
        i += ELLIPSIS.length() - 1;
      } else {
        labels.add(letter(term.charAt(i)));
      }
    }
    return labels;
  }

  private Integer letter(char symbol) {
    if ((symbol >= 'a' && symbol <= 'z') || (symbol >= 'A' && symbol <= 'Z')) {
      return (int) symbol;
    }
    throw new InvalidNodeException(
        "equation \""
            + equation
            + "\" holds '"
            + symbol
            + "', expected letters, commas, an ellipsis"
            + " of three dots or an arrow");
  }

  private List<Integer> explicitOutput(String term) {
    return labels(term, term.indexOf(ELLIPSIS), ellipsisRank);
  }

  /** The axes of the ellipsis, then the letters that stand only once, in the order of ASCII. */
  private List<Integer> implicitOutput() {
    Map<Integer, Integer> uses = new TreeMap<>();
    for (List<Integer> operand : operands) {
      for (Integer label : operand) {
        uses.merge(label, 1, Integer::sum);
      }
    }
    List<Integer> labels = new ArrayList<>();
    uses.forEach(
        (label, count) -> {
          if (label < 0 || count == 1) {
            labels.add(label);
          }
        });
    return labels;
  }
}
