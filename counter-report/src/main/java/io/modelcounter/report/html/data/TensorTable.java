package io.modelcounter.report.html.data;

import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.table.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that layers read and write: name, type and shape. */
final class TensorTable {
  private final StringTable strings;
  private final Map<ValueInfo, Integer> indexes = new HashMap<>();
  private final List<Integer> names = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final List<Integer> shapes = new ArrayList<>();

  TensorTable(StringTable strings) {
    this.strings = strings;
  }

  int index(ValueInfo value) {
    Integer known = indexes.get(value);
    if (known != null) {
      return known;
    }
    boolean isTensor = value.type() instanceof TensorType;
    String type =
        value.type() instanceof TensorType tensor ? tensor.element().text() : value.type().text();
    names.add(strings.index(value.name()));
    types.add(strings.index(type));
    shapes.add(strings.index(isTensor ? Shapes.display(value.type()) : ""));
    indexes.put(value, names.size() - 1);
    return names.size() - 1;
  }

  void write(JsonText json) {
    json.open('{').key("name").values(names);
    json.key("type").values(types).key("shape").values(shapes).close('}');
  }
}
