package io.modelcounter.report.json;

import io.modelcounter.analysis.StoredTensor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stored tensors with what they are and why. */
final class StoredTensorJson {
  private StoredTensorJson() {}

  static void write(List<StoredTensor> tensors, JsonOut out) throws IOException {
    out.startArray("storedTensors");
    for (StoredTensor tensor : tensors) {
      out.startObject();
      out.text("name", tensor.name());
      ValueJson.type(tensor.type(), out);
      out.text("role", tensor.role().name().toLowerCase(Locale.ROOT));
      out.text("reason", tensor.reason());
      out.amount("bytes", tensor.bytes());
      Bounds.of(Map.of("bytes", tensor.bytes())).write(out);
      out.endObject();
    }
    out.endArray();
  }
}
