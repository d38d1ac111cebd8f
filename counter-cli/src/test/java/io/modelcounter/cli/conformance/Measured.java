package io.modelcounter.cli.conformance;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;

/**
 * Type and shape of a tensor as a runtime measured it.
 *
 * @param type element type in the runtime's words
 * @param shape dimensions
 */
record Measured(String type, List<Long> shape) implements MeasuredValue {

  /** The type in ModelCounter's words. */
  String canonicalType() {
    String text = type;
    if (text.startsWith("tensor(")) {
      text = text.substring("tensor(".length(), text.length() - 1);
    }
    return switch (text) {
      case "float" -> "float32";
      case "double" -> "float64";
      case "f8e4m3fn" -> "float8e4m3fn";
      case "f8e4m3fnuz" -> "float8e4m3fnuz";
      case "f8e5m2" -> "float8e5m2";
      case "f8e5m2fnuz" -> "float8e5m2fnuz";
      case "f8e8m0", "float8e8m0fnu" -> "float8e8m0";
      case "float4e2m1fn", "f4e2m1" -> "float4e2m1";
      case "str", "object" -> "string";
      default -> text;
    };
  }

  /** A runtime shows the tensor itself where it is an optional value that is there. */
  @Override
  public Verdict compare(ValueType inferred) {
    return inferred instanceof OptionalType optional
        ? compare(optional.element())
        : Verdict.of(inferred, this);
  }

  @Override
  public TensorType valueType() {
    ElementType element =
        Arrays.stream(ElementType.values())
            .filter(candidate -> candidate.text().equals(canonicalType()))
            .findFirst()
            .orElseThrow();
    return new TensorType(element, Shape.of(shape.stream().map(Size::of).toList()));
  }
}
