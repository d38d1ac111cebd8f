package io.modelcounter.cli.report;

import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.report.json.JsonReport;
import java.util.List;

/** The schemas of what the command writes. */
public final class Schemas {
  private static final String JSON = "json";

  private Schemas() {}

  /** The formats that have a schema, sorted. */
  public static List<String> names() {
    return List.of(JSON);
  }

  /**
   * The schema of a format.
   *
   * @throws io.modelcounter.cli.message.CommandException if it has none
   */
  public static String text(String format) {
    ListingFormat.require(format, names());
    return JsonReport.schema();
  }
}
