package io.modelcounter.onnx;

import io.modelcounter.model.OperatorId;
import java.util.Map;

/** Reads the message {@code OperatorSetIdProto}. */
final class OperatorSetIdProto {
  private OperatorSetIdProto() {}

  /**
   * Adds one import; of two versions of a domain the higher one counts.
   *
   * @param in the file, at the field {@code opset_import}
   * @param imports version by domain so far
   * @param index position among the fields of that name
   */
  static void read(Reading in, Map<String, Long> imports, int index) {
    WireReader wire = in.wire();
    wire.enter("opset_import", index);
    String domain = "";
    long version = 0;
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "domain");
          domain = wire.name("domain");
        }
        case 2 -> {
          seen = wire.once(seen, "version");
          version = wire.varint("version");
        }
        default -> wire.unknown();
      }
    }
    if (domain.isEmpty()) {
      domain = OperatorId.ONNX;
    }
    if (version < 1 || version > Integer.MAX_VALUE) {
      throw wire.fail(
          "E0303",
          "version " + version + " of the operator set " + domain + " is imported, which is none");
    }
    wire.leave();
    if (imports.containsKey(domain)) {
      in.findings().warn("W0303", domain, "imported twice; the higher version counts");
    }
    imports.merge(domain, version, Math::max);
  }
}
