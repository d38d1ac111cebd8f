package io.modelcounter.report.summary;

import io.modelcounter.cost.WorkKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How kinds of work are named in data. */
public final class WorkKinds {
  private static final Map<String, WorkKind> BY_ID =
      Arrays.stream(WorkKind.values())
          .collect(Collectors.toMap(WorkKinds::id, Function.identity()));

  private WorkKinds() {}

  /**
   * Name of a kind of work.
   *
   * @param kind the kind
   * @return the name in camel case, for example {@code multiplyAdd}
   */
  public static String id(WorkKind kind) {
    StringBuilder id = new StringBuilder();
    for (String word : kind.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      id.append(
          id.length() == 0
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return id.toString();
  }

  /**
   * The kind of work with a name.
   *
   * @param id the name
   * @return the kind; empty if there is none of that name
   */
  public static Optional<WorkKind> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
