package io.modelcounter.core.counting;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first asked for. */
final class Later<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T value;

  Later(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
