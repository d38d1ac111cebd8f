package io.modelcounter.cli.conformance;

import java.util.List;

/**
 * Type and shape of a value as a runtime measured it.
 *
 * @param type element type in the runtime's words
 * @param shape dimensions
 */
record Measured(String type, List<Long> shape) {

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
}
