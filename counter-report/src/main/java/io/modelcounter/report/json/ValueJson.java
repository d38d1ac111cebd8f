package io.modelcounter.report.json;

import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
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
    if (shape.isEmpty()) {
      out.nothing("shape");
      return;
    }
    out.startArray("shape");
    for (Size dim : shape.get().dims()) {
      if (Shapes.isUnknown(dim)) {
        out.nothing();
      } else {
        out.size(dim);
      }
    }
    out.endArray();
  }
}
