package io.modelcounter.onnx;

/**
 * Reads the message {@code StringStringEntryProto}.
 *
 * @param key key
 * @param value value
 */
record StringStringEntryProto(String key, String value) {

  /**
   * Reads one entry, whose value may be any bytes.
   *
   * @param wire the file, at the field
   * @param name name of the field
   * @param index position among the fields of that name
   * @return the entry
   */
  static StringStringEntryProto read(WireReader wire, String name, int index) {
    return read(wire, name, index, false);
  }

  /** Reads one entry, whose value is a name: see {@link WireReader#name}. */
  static StringStringEntryProto readNames(WireReader wire, String name, int index) {
    return read(wire, name, index, true);
  }

  private static StringStringEntryProto read(
      WireReader wire, String name, int index, boolean names) {
    wire.enter(name, index);
    String key = "";
    String value = "";
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "key");
          key = wire.name("key");
        }
        case 2 -> {
          seen = wire.once(seen, "value");
          value = names ? wire.name("value") : wire.text("value");
        }
        default -> wire.unknown();
      }
    }
    wire.leave();
    return new StringStringEntryProto(key, value);
  }
}
