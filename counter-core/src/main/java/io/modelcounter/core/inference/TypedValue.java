package io.modelcounter.core.inference;

import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import java.util.Set;

/**
 * A value of a graph with all that is known of it.
 *
 * @param inferred type and, where known, elements
 * @param sources the stored tensors that it is made of and nothing else; empty if anything that is
 *     not stored goes into it
 * @param verbatim whether its elements are those of its sources, only rearranged or converted
 * @param pending how many lazily known values stand behind its elements, one behind the other
 */
public record TypedValue(
    Inferred inferred, Set<StoredSource> sources, boolean verbatim, int pending) {

  /** What stands for an optional input that is not given. */
  static final TypedValue ABSENT = computed(Inferred.unknown("the input is absent"));

  static TypedValue computed(Inferred inferred) {
    return new TypedValue(inferred, Set.of(), false, 0);
  }

  static TypedValue stored(Inferred inferred, StoredSource source) {
    return new TypedValue(inferred, Set.of(source), true, 0);
  }

  /** Elements or members of this value under another type: rearranged, collected or taken out. */
  TypedValue as(ValueType type) {
    return new TypedValue(Inferred.of(type), sources, verbatim, 0);
  }

  /**
   * Type of the value.
   *
   * @return the type
   */
  public ValueType type() {
    return inferred.type();
  }

  /** Tells whether this stands for an optional input that is not given. */
  boolean isAbsent() {
    return inferred == ABSENT.inferred;
  }

  /**
   * Tells whether the value follows from stored tensors alone.
   *
   * @return true if it has sources
   */
  public boolean isStored() {
    return !sources.isEmpty();
  }
}
