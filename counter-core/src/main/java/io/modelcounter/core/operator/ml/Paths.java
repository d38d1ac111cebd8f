package io.modelcounter.core.operator.ml;

import io.modelcounter.spi.InvalidNodeException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ways from the roots of trees to their leaves. */
final class Paths {
  private static final int LEAF = -1;

  /** What the ways from a node to the leaves below it take at least and at most. */
  record Range(int fewestComparisons, int mostComparisons, int fewestVotes, int mostVotes) {
    private static Range either(Range a, Range b) {
      return new Range(
          Math.min(a.fewestComparisons, b.fewestComparisons) + 1,
          Math.max(a.mostComparisons, b.mostComparisons) + 1,
          Math.min(a.fewestVotes, b.fewestVotes),
          Math.max(a.mostVotes, b.mostVotes));
    }
  }

  private final int[] first;
  private final int[] second;
  private final int[] votes;
  private final @Nullable Range[] known;
  private final boolean[] open;

  Paths(int nodes) {
    first = new int[nodes];
    second = new int[nodes];
    votes = new int[nodes];
    known = new Range[nodes];
    open = new boolean[nodes];
    Arrays.fill(first, LEAF);
  }

  /** Makes a node a branch with two nodes below it. */
  void branch(int node, int whenTrue, int whenFalse) {
    first[node] = whenTrue;
    second[node] = whenFalse;
  }

  /** Gives a leaf one more vote. */
  void vote(int node) {
    votes[node]++;
  }

  /** What the ways from a node take, without recursion because trees may be deep. */
  Range from(int root) {
    Deque<Integer> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      int node = pending.peek();
      Range below = below(node);
      if (below != null) {
        known[node] = below;
        open[node] = false;
        pending.pop();
      } else if (open[node]) {
        throw new InvalidNodeException("the nodes of a tree form a cycle");
      } else {
        open[node] = true;
        push(pending, first[node]);
        push(pending, second[node]);
      }
    }
    return Objects.requireNonNull(known[root]);
  }

  private void push(Deque<Integer> pending, int node) {
    if (known[node] == null) {
      if (open[node]) {
        throw new InvalidNodeException("the nodes of a tree form a cycle");
      }
      pending.push(node);
    }
  }

  private @Nullable Range below(int node) {
    if (first[node] == LEAF) {
      return new Range(0, 0, votes[node], votes[node]);
    }
    Range a = known[first[node]];
    Range b = known[second[node]];
    return a == null || b == null ? null : Range.either(a, b);
  }
}
