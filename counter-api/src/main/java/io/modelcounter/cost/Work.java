package io.modelcounter.cost;

import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Amounts of elementary work by kind and element type. */
public final class Work {
  /** No work. */
  public static final Work NONE = new Work(Collections.emptyMap());

  /**
   * What an amount is of.
   *
   * @param kind kind of work
   * @param type type of the elements that are worked on
   */
  public record Key(WorkKind kind, ElementType type) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind).thenComparing(Key::type);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Key, Size> amounts;

  private Work(Map<Key, Size> amounts) {
    this.amounts = amounts;
  }

  /**
   * Work of one kind.
   *
   * @param kind kind of work
   * @param type type of the elements
   * @param amount how many units
   * @return the work
   */
  public static Work of(WorkKind kind, ElementType type, Size amount) {
    return NONE.and(kind, type, amount);
  }

  /**
   * This work and some more.
   *
   * @param kind kind of work
   * @param type type of the elements
   * @param amount how many units
   * @return the sum
   */
  public Work and(WorkKind kind, ElementType type, Size amount) {
    if (amount.isZero()) {
      return this;
    }
    Map<Key, Size> sum = new TreeMap<>(amounts);
    sum.merge(new Key(kind, type), amount, Size::plus);
    return new Work(Collections.unmodifiableMap(sum));
  }

  /**
   * This work and another.
   *
   * @param other the other work
   * @return the sum
   */
  public Work plus(Work other) {
    if (other.amounts.isEmpty()) {
      return this;
    }
    if (amounts.isEmpty()) {
      return other;
    }
    Map<Key, Size> sum = new TreeMap<>(amounts);
    other.amounts.forEach((key, amount) -> sum.merge(key, amount, Size::plus));
    return new Work(Collections.unmodifiableMap(sum));
  }

  /**
   * This work done several times.
   *
   * @param factor how often
   * @return the product
   */
  public Work times(Size factor) {
    return factor.isOne() ? this : map(amount -> amount.times(factor));
  }

  /**
   * Units of one kind, over all element types.
   *
   * @param kind kind of work
   * @return the sum
   */
  public Size amount(WorkKind kind) {
    List<Size> parts = new ArrayList<>();
    amounts.forEach(
        (key, amount) -> {
          if (key.kind() == kind) {
            parts.add(amount);
          }
        });
    return Size.sum(parts);
  }

  /**
   * All amounts that are not zero.
   *
   * @return unmodifiable map, sorted by kind and type
   */
  public Map<Key, Size> amounts() {
    return amounts;
  }

  /**
   * Tells whether there is nothing to do.
   *
   * @return true if no amount is there
   */
  public boolean isNone() {
    return amounts.isEmpty();
  }

  /**
   * This work with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound work
   */
  public Work bind(Bindings bindings) {
    return bindings.isEmpty() ? this : map(amount -> amount.bind(bindings));
  }

  private Work map(UnaryOperator<Size> change) {
    Map<Key, Size> changed = new TreeMap<>();
    amounts.forEach(
        (key, amount) -> {
          Size result = change.apply(amount);
          if (!result.isZero()) {
            changed.put(key, result);
          }
        });
    return changed.isEmpty() ? NONE : new Work(Collections.unmodifiableMap(changed));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Work that && amounts.equals(that.amounts);
  }

  @Override
  public int hashCode() {
    return amounts.hashCode();
  }

  @Override
  public String toString() {
    return amounts.toString();
  }
}
