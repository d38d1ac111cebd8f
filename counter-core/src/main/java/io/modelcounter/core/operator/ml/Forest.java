package io.modelcounter.core.operator.ml;

import io.modelcounter.model.Attributes;
import io.modelcounter.spi.InvalidNodeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The trees of an ensemble, with what one sample costs at least and at most: comparisons on the way
 * from a root to a leaf, and votes of that leaf.
 *
 * @param trees number of trees
 * @param fewestComparisons over all trees, by the shortest way in each
 * @param mostComparisons over all trees, by the longest way in each
 * @param fewestVotes over all trees, by the leaf with the fewest in each
 * @param mostVotes over all trees, by the leaf with the most in each
 */
record Forest(
    long trees, long fewestComparisons, long mostComparisons, long fewestVotes, long mostVotes) {
  private static final long[] NONE = {};

  /** A node of a tree: its tree and its number in it. */
  private record Place(long tree, long node) {}

  /**
   * Reads the node lists of TreeEnsembleClassifier and TreeEnsembleRegressor.
   *
   * @param attributes attributes of the node
   * @param votes how the attributes of the votes begin: {@code class} or {@code target}
   */
  static Forest ofNodes(Attributes attributes, String votes) {
    long[] tree = list(attributes, "nodes_treeids");
    int count = tree.length;
    long[] number = sized(attributes, "nodes_nodeids", count);
    long[] whenTrue = sized(attributes, "nodes_truenodeids", count);
    long[] whenFalse = sized(attributes, "nodes_falsenodeids", count);
    List<String> modes = attributes.texts("nodes_modes").orElse(List.of());
    requireLength("nodes_modes", modes.size(), count);
    Map<Place, Integer> places = new HashMap<>();
    for (int i = 0; i < count; i++) {
      places.put(new Place(tree[i], number[i]), i);
    }
    Paths paths = new Paths(count);
    boolean[] child = new boolean[count];
    for (int i = 0; i < count; i++) {
      if (!modes.get(i).equals("LEAF")) {
        int first = find(places, new Place(tree[i], whenTrue[i]));
        int second = find(places, new Place(tree[i], whenFalse[i]));
        paths.branch(i, first, second);
        child[first] = true;
        child[second] = true;
      }
    }
    long[] votingTree = list(attributes, votes + "_treeids");
    long[] votingNode = sized(attributes, votes + "_nodeids", votingTree.length);
    for (int i = 0; i < votingTree.length; i++) {
      paths.vote(find(places, new Place(votingTree[i], votingNode[i])));
    }
    int[] roots = IntStream.range(0, count).filter(i -> !child[i]).toArray();
    return of(paths, roots);
  }

  /** Reads the node and leaf lists of TreeEnsemble. */
  static Forest ofRoots(Attributes attributes) {
    long[] whenTrue = list(attributes, "nodes_truenodeids");
    int nodes = whenTrue.length;
    long[] whenFalse = sized(attributes, "nodes_falsenodeids", nodes);
    long[] trueIsLeaf = sized(attributes, "nodes_trueleafs", nodes);
    long[] falseIsLeaf = sized(attributes, "nodes_falseleafs", nodes);
    int leaves = list(attributes, "leaf_targetids").length;
    Paths paths = new Paths(nodes + leaves);
    for (int i = 0; i < nodes; i++) {
      int first = index(whenTrue[i], trueIsLeaf[i] != 0, nodes, leaves);
      int second = index(whenFalse[i], falseIsLeaf[i] != 0, nodes, leaves);
      paths.branch(i, first, second);
    }
    for (int i = 0; i < leaves; i++) {
      paths.vote(nodes + i);
    }
    int[] roots =
        Arrays.stream(list(attributes, "tree_roots"))
            .mapToInt(root -> index(root, false, nodes, leaves))
            .toArray();
    return of(paths, roots);
  }

  private static Forest of(Paths paths, int[] roots) {
    long fewest = 0;
    long most = 0;
    long fewestVotes = 0;
    long mostVotes = 0;
    for (int root : roots) {
      Paths.Range range = paths.from(root);
      fewest += range.fewestComparisons();
      most += range.mostComparisons();
      fewestVotes += range.fewestVotes();
      mostVotes += range.mostVotes();
    }
    return new Forest(roots.length, fewest, most, fewestVotes, mostVotes);
  }

  private static int index(long position, boolean leaf, int nodes, int leaves) {
    if (position < 0 || position >= (leaf ? leaves : nodes)) {
      throw new InvalidNodeException(
          (leaf ? "leaf " : "node ") + position + " of the trees does not exist");
    }
    return (int) position + (leaf ? nodes : 0);
  }

  private static int find(Map<Place, Integer> places, Place place) {
    Integer index = places.get(place);
    if (index == null) {
      throw new InvalidNodeException(
          "node " + place.node() + " of tree " + place.tree() + " does not exist");
    }
    return index;
  }

  private static long[] sized(Attributes attributes, String name, int length) {
    long[] list = list(attributes, name);
    requireLength(name, list.length, length);
    return list;
  }

  private static void requireLength(String name, int found, int expected) {
    if (found != expected) {
      throw new InvalidNodeException(
          "attribute \"" + name + "\" has " + found + " entries, expected " + expected);
    }
  }

  private static long[] list(Attributes attributes, String name) {
    return attributes.integers(name).orElse(NONE);
  }
}
