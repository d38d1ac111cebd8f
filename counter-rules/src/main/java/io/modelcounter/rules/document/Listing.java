package io.modelcounter.rules.document;

import java.util.List;

/**
 * Values in order.
 *
 * @param place where it begins
 * @param items the values
 */
public record Listing(Place place, List<DocumentNode> items) implements DocumentNode {

  /** Makes a list. */
  public Listing {
    items = List.copyOf(items);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
