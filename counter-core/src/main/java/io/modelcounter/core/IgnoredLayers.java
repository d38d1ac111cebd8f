package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiPredicate;

/** Finds the layers that are to be left out of all sums, and says which they were. */
final class IgnoredLayers implements BiPredicate<CountedNode, List<String>> {
  private final List<LayerPattern> patterns;
  private final int[] matches;
  private int ignored;

  IgnoredLayers(List<LayerPattern> patterns) {
    this.patterns = patterns;
    this.matches = new int[patterns.size()];
  }

  @Override
  public boolean test(CountedNode counted, List<String> scope) {
    Node node = counted.typed().node();
    boolean isIgnored = false;
    for (int i = 0; i < matches.length; i++) {
      if (patterns
          .get(i)
          .matches(node.displayName(), scope, node.operator(), counted.graph().path())) {
        matches[i]++;
        isIgnored = true;
      }
    }
    ignored += isIgnored ? 1 : 0;
    return isIgnored;
  }

  /** What the totals rest on, if anything is left out. */
  Optional<String> assumption() {
    if (ignored == 0) {
      return Optional.empty();
    }
    StringJoiner found = new StringJoiner(", ");
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] > 0) {
        found.add(patterns.get(i) + " (" + matches[i] + ")");
      }
    }
    String layers = ignored == 1 ? "1 layer is" : ignored + " layers are";
    return Optional.of(layers + " left out of the totals by options: " + found);
  }

  /** A warning for each pattern that no layer is of. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> unmatched = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] == 0) {
        unmatched.add(
            Diagnostic.warning(
                "W0003", "", "no layer is left out, as none matches \"" + patterns.get(i) + "\""));
      }
    }
    return unmatched;
  }
}
