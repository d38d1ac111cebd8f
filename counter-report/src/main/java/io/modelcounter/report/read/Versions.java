package io.modelcounter.report.read;

import io.modelcounter.model.ModelException;
import io.modelcounter.report.json.JsonReport;
import java.util.Arrays;
import java.util.Optional;

/** Tells whether a document has a version that can be read. */
final class Versions {
  private static final String OTHER_VERSION = "E0111";
  private static final String AGAIN = "analyse the model again with this version of modelcounter";

  private Versions() {}

  /**
   * Additions keep a document readable for what knows fewer fields, but not for what needs more.
   */
  static void check(Field document) {
    Optional<String> version =
        document.find("schemaVersion").filter(Field::isText).map(Field::text);
    if (version.isEmpty() || document.find("layers").isEmpty()) {
      throw new ModelException(
          Field.NOT_A_REPORT,
          "",
          "this is JSON, but no report that modelcounter wrote",
          "make one by: modelcounter analyze MODEL -o json=report.json",
          null);
    }
    int[] own = version(JsonReport.SCHEMA_VERSION).orElseThrow();
    Optional<int[]> other = version(version.get());
    if (other.isEmpty()) {
      throw document
          .get("schemaVersion")
          .expected("a version such as " + JsonReport.SCHEMA_VERSION);
    }
    if (other.get()[0] != own[0] || other.get()[1] != own[1] || other.get()[2] < own[2]) {
      boolean isNewer = Arrays.compare(other.get(), own) > 0;
      throw new ModelException(
          OTHER_VERSION,
          "schemaVersion",
          "the report has version "
              + version.get()
              + ", which is "
              + (isNewer ? "newer" : "older")
              + " than "
              + JsonReport.SCHEMA_VERSION
              + " that can be read",
          isNewer ? "update modelcounter" : AGAIN,
          null);
    }
  }

  private static Optional<int[]> version(String text) {
    if (!text.matches("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}")) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.", -1);
    return Optional.of(
        new int[] {
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])
        });
  }
}
