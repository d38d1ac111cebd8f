package io.modelcounter.onnx;

import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;

/** Reads the message {@code ValueInfoProto}. */
final class ValueInfoProto {
  private final Reading in;
  private final boolean input;
  private String name = "";
  private boolean typeBeforeName;
  private ValueType type = ValueType.unknown("the file declares no type");

  private ValueInfoProto(Reading in, boolean input) {
    this.in = in;
    this.input = input;
  }

  /**
   * Reads a value with its declared type.
   *
   * @param in the file, at the field
   * @param field name of the field
   * @param index position among the fields of that name
   * @param input whether it is an input of the model
   * @return the value
   */
  static ValueInfo read(Reading in, String field, int index, boolean input) {
    WireReader wire = in.wire();
    in.budget().valueInfo(wire);
    wire.enter(field, index);
    long start = wire.position();
    ValueInfoProto info = new ValueInfoProto(in, input);
    info.fields();
    if (info.typeBeforeName) {
      wire.hashing(false);
      wire.seek(start);
      info.fields();
      wire.hashing(true);
    }
    wire.leave();
    return new ValueInfo(info.name, info.type);
  }

  private void fields() {
    WireReader wire = in.wire();
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case 2 -> {
          seen = wire.once(seen, "type");
          typeBeforeName = name.isEmpty();
          type = TypeProto.read(in, "type", -1, new UnnamedDimension(name, input));
        }
        case 3 -> wire.ignore("doc_string");
        case 4 -> wire.ignoreMessage("metadata_props");
        default -> wire.unknown();
      }
    }
  }
}
