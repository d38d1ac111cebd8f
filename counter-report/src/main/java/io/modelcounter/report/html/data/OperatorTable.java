package io.modelcounter.report.html.data;

import io.modelcounter.model.OperatorId;
import io.modelcounter.report.summary.OperatorNames;
import java.util.LinkedHashMap;
import java.util.Map;

/** Operators: name and version in turn. */
final class OperatorTable {
  private final StringTable strings;
  private final Map<OperatorId, Integer> indexes = new LinkedHashMap<>();

  OperatorTable(StringTable strings) {
    this.strings = strings;
  }

  int index(OperatorId operator) {
    return indexes.computeIfAbsent(operator, key -> indexes.size());
  }

  void write(JsonText json) {
    json.open('[');
    for (OperatorId operator : indexes.keySet()) {
      json.open('[').value(strings.index(OperatorNames.of(operator)));
      json.value(operator.version()).close(']');
    }
    json.close(']');
  }
}
