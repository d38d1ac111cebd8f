package io.modelcounter.onnx;

import org.jspecify.annotations.Nullable;

/** The entries {@code external_data} of one tensor. */
final class ExternalEntries {
  private int count;
  private int others;
  private @Nullable String location;
  private @Nullable String offset;
  private @Nullable String length;

  /** Reads one entry. */
  void read(WireReader wire) {
    StringStringEntryProto entry = StringStringEntryProto.readNames(wire, "external_data", count++);
    switch (entry.key()) {
      case "location" -> location = only(wire, "location", location, entry.value());
      case "offset" -> offset = only(wire, "offset", offset, entry.value());
      case "length" -> length = only(wire, "length", length, entry.value());
      case "checksum" -> {
        // nothing is read from the other file, so there is nothing to check
      }
      default -> others++;
    }
  }

  private static String only(WireReader wire, String key, @Nullable String before, String value) {
    if (before != null) {
      throw wire.fail("E0505", "external data has two entries \"" + key + "\"");
    }
    return value;
  }

  /** Path of the file, or empty. */
  String location() {
    return location == null ? "" : location;
  }

  /** Number of entries that the specification does not have. */
  int others() {
    return others;
  }

  /** Declared offset, 0 if none is declared. */
  long offset(WireReader wire) {
    return offset == null ? 0 : number(wire, "offset", offset);
  }

  /** Declared length, -1 if none is declared. */
  long length(WireReader wire) {
    return length == null ? -1 : number(wire, "length", length);
  }

  private static long number(WireReader wire, String key, String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      if (digits) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException tooLarge) {
      throw wire.fail("E0505", "the " + key + " of external data is above 2^63 - 1");
    }
    throw wire.fail("E0505", "the " + key + " of external data is no number of bytes");
  }
}
