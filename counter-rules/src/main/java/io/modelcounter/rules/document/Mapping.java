package io.modelcounter.rules.document;

import java.util.List;

/**
 * Values by their keys, each key once.
 *
 * @param place where it begins
 * @param entries the keys and values in the order of the document
 */
public record Mapping(Place place, List<Entry> entries) implements DocumentNode {

  /**
   * A key and its value.
   *
   * @param key the key
   * @param place where the key begins
   * @param value the value
   */
  public record Entry(String key, Place place, DocumentNode value) {}

  /** Makes a mapping. */
  public Mapping {
    entries = List.copyOf(entries);
  }

  @Override
  public String describe() {
    return "a mapping";
  }
}
