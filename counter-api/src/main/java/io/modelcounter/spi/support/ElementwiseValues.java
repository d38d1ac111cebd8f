package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.TooComplexException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of element-wise operators together with their elements, which are worked out only when
 * somebody asks for them.
 *
 * <p>Only outputs with constant dimensions and at most {@link TensorValue#MAX_ELEMENTS} elements
 * have elements.
 */
public final class ElementwiseValues {
  private ElementwiseValues() {}

  /**
   * Output of a function of one input.
   *
   * @param call the node
   * @param input position of the input
   * @param element element type of the output
   * @param function the function of one element
   * @return output with the shape of the input
   */
  public static Inferred unary(
      Call call, int input, ElementType element, UnaryOperator<Scalar> function) {
    Shape shape = call.shapeIfKnown(input);
    return ofAll(
        List.of(call.input(input)), element, shape, operands -> function.apply(operands.get(0)));
  }

  /**
   * Output of a function of the first two inputs.
   *
   * @param call the node
   * @param element element type of the output
   * @param shape shape of the output, to which both inputs broadcast
   * @param function the function of two elements
   * @return the output
   */
  public static Inferred binary(
      Call call, ElementType element, Shape shape, BinaryOperator<Scalar> function) {
    return ofAll(
        List.of(call.input(0), call.input(1)),
        element,
        shape,
        operands -> function.apply(operands.get(0), operands.get(1)));
  }

  /**
   * Output whose elements are known only if all inputs have some.
   *
   * @param inputs the operands
   * @param element element type of the output
   * @param shape shape of the output, to which all operands broadcast
   * @param function the function of one element of each operand
   * @return the output
   */
  public static Inferred ofAll(
      List<Inferred> inputs,
      ElementType element,
      Shape shape,
      Function<List<Scalar>, Scalar> function) {
    for (Inferred input : inputs) {
      if (!input.mayHaveValue()) {
        return Inferred.tensor(element, shape);
      }
    }
    return of(inputs, element, shape, function, true);
  }

  /**
   * Output whose elements may be known even if not every input has some: an element of an input
   * that has none is {@link Scalar#UNKNOWN}.
   *
   * @param inputs the operands
   * @param element element type of the output
   * @param shape shape of the output, to which all operands broadcast
   * @param function the function of one element of each operand
   * @return the output
   */
  public static Inferred ofAny(
      List<Inferred> inputs,
      ElementType element,
      Shape shape,
      Function<List<Scalar>, Scalar> function) {
    for (Inferred input : inputs) {
      if (input.mayHaveValue()) {
        return of(inputs, element, shape, function, false);
      }
    }
    return Inferred.tensor(element, shape);
  }

  private static Inferred of(
      List<Inferred> inputs,
      ElementType element,
      Shape shape,
      Function<List<Scalar>, Scalar> function,
      boolean allNeeded) {
    Inferred output = Inferred.tensor(element, shape);
    Optional<long[]> dims = shape.asLongs().filter(ElementwiseValues::isSmall);
    if (dims.isEmpty()) {
      return output;
    }
    return output.withValue(
        () -> {
          List<@Nullable TensorValue> values = new ArrayList<>(inputs.size());
          boolean any = false;
          for (Inferred input : inputs) {
            TensorValue value = input.value().orElse(null);
            if (value == null && allNeeded) {
              return Optional.empty();
            }
            if (value != null && !stretches(value.dims(), dims.get())) {
              return Optional.empty();
            }
            any |= value != null;
            values.add(value);
          }
          return any
              ? Optional.of(evaluate(values, element, dims.get(), function))
              : Optional.empty();
        });
  }

  /**
   * Tells whether a tensor is small enough for its elements to be followed.
   *
   * @param dims dimensions
   * @return true for at most {@link TensorValue#MAX_ELEMENTS} elements
   */
  public static boolean isSmall(long[] dims) {
    long elements = 1;
    for (long dim : dims) {
      if (dim < 0 || dim > TensorValue.MAX_ELEMENTS) {
        return false;
      }
      elements *= dim;
      if (elements > TensorValue.MAX_ELEMENTS) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether an operand broadcasts to the shape of the output. */
  private static boolean stretches(long[] own, long[] dims) {
    boolean fits = own.length <= dims.length;
    for (int i = 1; fits && i <= own.length; i++) {
      long size = own[own.length - i];
      fits = size == 1 || size == dims[dims.length - i];
    }
    return fits;
  }

  private static TensorValue evaluate(
      List<@Nullable TensorValue> values,
      ElementType element,
      long[] dims,
      Function<List<Scalar>, Scalar> function) {
    int count = Math.toIntExact(Arrays.stream(dims).reduce(1, (a, b) -> a * b));
    List<int[]> positions = new ArrayList<>(values.size());
    for (TensorValue value : values) {
      positions.add(value == null ? new int[count] : positions(value, dims, count));
    }
    List<Scalar> results = new ArrayList<>(count);
    List<Scalar> operands = new ArrayList<>(Collections.nCopies(values.size(), Scalar.UNKNOWN));
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < values.size(); k++) {
        TensorValue value = values.get(k);
        if (value != null) {
          operands.set(k, value.at(positions.get(k)[i]));
        }
      }
      results.add(apply(function, operands));
    }
    return TensorValue.of(element, dims, results);
  }

  private static Scalar apply(Function<List<Scalar>, Scalar> function, List<Scalar> operands) {
    try {
      return function.apply(operands);
    } catch (TooComplexException tooComplex) {
      return Scalar.UNKNOWN; // a value too long to be written down is as good as unknown
    }
  }

  /** For every element of the output the position of the operand's element that belongs to it. */
  private static int[] positions(TensorValue value, long[] dims, int count) {
    int[] positions = new int[count];
    long[] own = value.dims();
    int stride = 1;
    int period = 1;
    for (int i = 1; i <= own.length; i++) {
      long size = own[own.length - i];
      int extent = (int) dims[dims.length - i];
      if (size != 1) {
        for (int k = 0; k < count; k++) {
          positions[k] += ((k / period) % extent) * stride;
        }
      }
      stride *= (int) size;
      period *= extent;
    }
    return positions;
  }
}
