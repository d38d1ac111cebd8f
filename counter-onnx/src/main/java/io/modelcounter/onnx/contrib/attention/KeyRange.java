package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.function.Function;

/**
 * Positions that a query meets, which may hang on how much of a cache is filled.
 *
 * @param least the fewest
 * @param most the most
 * @param reason why it is not one number
 */
record KeyRange(Size least, Size most, String reason) {
  private static final String FILL = "how much of the cache is filled is known only at run time";

  /** One number. */
  static KeyRange exactly(Size keys) {
    return new KeyRange(keys, keys, FILL);
  }

  /**
   * Keys in a buffer that is larger than what it holds.
   *
   * @param past number of keys that it held before, if it is known
   * @param added number of keys that are put into it
   * @param room number of keys that there is room for
   */
  static KeyRange inBuffer(Optional<Size> past, Size added, Size room) {
    return past.map(held -> exactly(held.plus(added)))
        .orElseGet(() -> new KeyRange(added, room, FILL));
  }

  /** Their number as a size, which the data decide if it is not one number. */
  Size asSize(Call call, int output, String label) {
    return least.equals(most) ? most : call.freshSize(output, label, reason, most);
  }

  /**
   * Cost of an attention over these keys.
   *
   * @param work work for a number of keys
   * @param formula how the work for the most keys comes about
   */
  Cost cost(Function<Size, Work> work, Formula formula) {
    return least.equals(most)
        ? Cost.of(work.apply(most), formula)
        : Cost.between(work.apply(least), work.apply(most), formula, reason);
  }

  /** This range without the keys beyond a limit. */
  KeyRange upTo(Size limit) {
    return new KeyRange(least.min(limit), most.min(limit), reason);
  }
}
