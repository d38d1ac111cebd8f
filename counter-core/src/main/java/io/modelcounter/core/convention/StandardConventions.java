package io.modelcounter.core.convention;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.WorkKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The conventions that weigh kinds of work, and the one of the papers. */
public final class StandardConventions {
  private StandardConventions() {}

  /**
   * All of them.
   *
   * @return {@code macs}, {@code flops}, {@code additions} and {@code paper}
   */
  public static List<CountingConvention> all() {
    CountingConvention macs =
        CountingConvention.weighted("macs", "multiply-adds only", onlyMultiplyAdds());
    return List.of(
        macs,
        CountingConvention.weighted(
            "flops", "a multiply-add is 2, every other elementary operation 1", Map.of()),
        CountingConvention.weighted(
            "additions",
            "as flops, but only additions that really happen: a sum of n products has n - 1",
            Map.of(WorkKind.SUM_START, -1)),
        new PaperConvention(macs));
  }

  private static Map<WorkKind, Integer> onlyMultiplyAdds() {
    return Arrays.stream(WorkKind.values())
        .collect(Collectors.toMap(kind -> kind, kind -> kind == WorkKind.MULTIPLY_ADD ? 1 : 0));
  }
}
