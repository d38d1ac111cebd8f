package io.modelcounter.cli.operators;

import io.modelcounter.spi.OperatorNote;
import java.util.List;

/**
 * An operator that a plugin counts.
 *
 * @param domain operator domain
 * @param name operator name
 * @param versions the versions in which its meaning changed; of an operator that is not in the ONNX
 *     specification, the first versions that the plugin serves
 * @param plugin id of the plugin that counts it
 * @param notes how it is counted, in words; empty if the plugin does not say
 */
public record OperatorEntry(
    String domain, String name, List<Integer> versions, String plugin, List<OperatorNote> notes) {

  /** What a plugin says of an operator, in one word. */
  public enum Counting {
    /** It has work. */
    COUNTED,
    /** It computes nothing. */
    FREE,
    /** Its work cannot be known. */
    UNKNOWN,
    /** The plugin has no words for it. */
    NOT_DESCRIBED
  }

  /** Makes an entry. */
  public OperatorEntry {
    versions = List.copyOf(versions);
    notes = List.copyOf(notes);
  }

  /**
   * What the notes say in one word.
   *
   * @return the word
   */
  public Counting counting() {
    if (notes.isEmpty()) {
      return Counting.NOT_DESCRIBED;
    }
    if (notes.stream().allMatch(OperatorNote::isFree)) {
      return Counting.FREE;
    }
    return notes.stream().allMatch(OperatorNote::isUnknown) ? Counting.UNKNOWN : Counting.COUNTED;
  }
}
