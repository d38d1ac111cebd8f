package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of which not everything can be known, each with the number of values that are known in
 * part or not at all, and why. A list that is too long fails as one that is too short does.
 */
final class KnownGaps {
  private static final String LIST = "gaps.csv";

  private KnownGaps() {}

  /** Compares what was found with the list. */
  static void check(String group, Tally tally) {
    Map<String, Tally.Gap> listed = new TreeMap<>();
    for (Map<String, String> row : Csv.resource(LIST)) {
      if (row.get("group").equals(group)) {
        assertThat(row.get("reason")).as(row.get("file")).isNotBlank();
        listed.put(
            row.get("file"),
            new Tally.Gap(
                Integer.parseInt(row.get("partly")), Integer.parseInt(row.get("missing"))));
      }
    }
    assertThat(lines(group, tally.gaps())).as(LIST).isEqualTo(lines(group, listed));
  }

  private static List<String> lines(String group, Map<String, Tally.Gap> gaps) {
    List<String> lines = new ArrayList<>();
    gaps.forEach(
        (file, gap) -> lines.add(group + "," + file + "," + gap.partly() + "," + gap.missing()));
    return lines;
  }
}
