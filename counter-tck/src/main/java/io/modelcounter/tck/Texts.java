package io.modelcounter.tck;

import io.modelcounter.symbolic.Size;
import java.util.List;

/** Expected sizes as tests write them, in the form in which sizes print themselves. */
final class Texts {
  private Texts() {}

  static List<String> sizes(List<String> texts) {
    return texts.stream().map(Texts::size).toList();
  }

  /** The normal form of an expression; any other text as it is. */
  static String size(String text) {
    try {
      return Size.parse(text).toString();
    } catch (IllegalArgumentException e) {
      // Not every element is a size: 0.5, true and ? are compared as they stand.
      return text;
    }
  }
}
