package io.modelcounter.report.json;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values with their types. */
final class ValueJson {
  private ValueJson() {}

  static void write(String key, List<ValueInfo> values, JsonOut out) throws IOException {
    out.startArray(key);
    for (ValueInfo value : values) {
      out.startObject();
      out.text("name", value.name());
      type(value.type(), out);
      out.endObject();
    }
    out.endArray();
  }

  /** Writes type and shape into an object that is open. */
  static void type(ValueType type, JsonOut out) throws IOException {
    out.text("type", type.text());
    Optional<Shape> shape = Shapes.shape(type);
    if (shape.isPresent()) {
      shape(shape.get(), out);
    } else {
      out.nothing("shape");
      if (type instanceof TensorType tensor && tensor.element() == ElementType.UNKNOWN) {
        out.yes("isTensor");
      }
    }
    Optional<ValueType> element = element(type);
    if (element.isPresent()) {
      out.startObject("element");
      type(element.get(), out);
      out.endObject();
    }
  }

  /** Writes the sizes, and the names of those of which nothing is known. */
  private static void shape(Shape shape, JsonOut out) throws IOException {
    List<Symbol> unknown = new ArrayList<>();
    out.startArray("shape");
    for (Size dim : shape.dims()) {
      if (Shapes.isUnknown(dim)) {
        out.nothing();
        unknown.addAll(dim.symbols());
      } else {
        out.size(dim);
      }
    }
    out.endArray();
    if (!unknown.isEmpty()) {
      out.symbols("unknownSizes", unknown);
    }
  }

  /** The type of what a value holds that is no tensor. */
  private static Optional<ValueType> element(ValueType type) {
    if (type instanceof SequenceType sequence) {
      return Optional.of(sequence.element());
    }
    if (type instanceof OptionalType optional) {
      return Optional.of(optional.element());
    }
    return type instanceof MapType map ? Optional.of(map.value()) : Optional.empty();
  }
}
