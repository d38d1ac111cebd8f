package io.modelcounter.report.table;

import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How shapes are written, and the bytes that values of a shape take. */
public final class Shapes {
  private Shapes() {}

  /**
   * Shape of a value.
   *
   * @param type type of the value
   * @return the shape; empty if the value is no tensor or its rank is not known
   */
  public static Optional<Shape> shape(ValueType type) {
    Optional<Shape> shape = Optional.empty();
    if (type instanceof TensorType tensor) {
      shape = Optional.of(tensor.shape());
    } else if (type instanceof SparseTensorType sparse) {
      shape = Optional.of(sparse.shape());
    }
    return shape.filter(Shape::hasRank);
  }

  /**
   * Tells whether nothing is known of a dimension.
   *
   * @param dim the dimension
   * @return true if it is one data-dependent symbol without an upper bound
   */
  public static boolean isUnknown(Size dim) {
    if (dim.symbols().size() != 1) {
      return false;
    }
    Symbol symbol = dim.symbols().iterator().next();
    return symbol.isDataDependent() && symbol.upperBound().isEmpty() && dim.equals(Size.of(symbol));
  }

  /**
   * Writes the shape of a value without spaces.
   *
   * @param type type of the value
   * @return for example {@code 1x3x224x224}, {@code batchx(past + 1)x64}, {@code ?x4}; {@code []}
   *     for a scalar, {@code [?]} for an unknown rank or type, and the name of the type, such as
   *     {@code sequence(float32)}, for a value that is no tensor
   */
  public static String text(ValueType type) {
    Optional<Shape> shape = shape(type);
    if (shape.isEmpty()) {
      boolean hasShape = type instanceof TensorType || type instanceof SparseTensorType;
      return hasShape || type instanceof UnknownType ? "[?]" : type.text();
    }
    List<Size> dims = shape.get().dims();
    return dims.isEmpty()
        ? "[]"
        : dims.stream().map(Shapes::dimension).collect(Collectors.joining("x"));
  }

  /**
   * Writes the shapes of several values.
   *
   * @param values the values
   * @return their shapes joined by {@code ;}
   */
  public static String text(Collection<ValueInfo> values) {
    return values.stream().map(value -> text(value.type())).collect(Collectors.joining(";"));
  }

  /**
   * Writes the shape of a value for people.
   *
   * @param type type of the value
   * @return {@code 1x3x224x224} for several numbers, {@code [64]}, {@code [batch, past + 1, 64]} or
   *     {@code [?, 4]} for one number or other dimensions; otherwise as {@link #text(ValueType)}
   *     has it
   */
  public static String display(ValueType type) {
    List<Size> dims = shape(type).map(Shape::dims).orElse(List.of());
    return dims.size() != 1 && dims.stream().allMatch(Size::isConstant)
        ? text(type)
        : dims.stream()
            .map(dim -> isUnknown(dim) ? "?" : dim.toString())
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Writes the shapes of several values for people.
   *
   * @param values the values
   * @return their shapes joined by commas
   */
  public static String display(Collection<ValueInfo> values) {
    return values.stream().map(value -> display(value.type())).collect(Collectors.joining(", "));
  }

  /**
   * Bytes that values take.
   *
   * @param values the values
   * @return the sum; unknown where a type or a rank is
   */
  public static Amount bytes(Collection<ValueInfo> values) {
    return Amounts.sum(values.stream().map(value -> bytes(value.type())).toList());
  }

  private static Amount bytes(ValueType type) {
    if (type instanceof TensorType tensor && tensor.shape().hasRank()) {
      return tensor.element().bytes(tensor.shape().elements());
    }
    return Amount.unknown("The size of a value of type " + type.text() + " is not known.");
  }

  private static String dimension(Size dim) {
    if (isUnknown(dim)) {
      return "?";
    }
    String text = dim.toString();
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
        ? text
        : "(" + text + ")";
  }
}
