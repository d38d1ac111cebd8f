package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;

/**
 * Work of an ensemble of trees: for every sample a comparison at every node on the way to a leaf of
 * every tree, and a combination with what is there for every vote of these leaves.
 */
final class TreeEnsembleCost {
  private TreeEnsembleCost() {}

  /**
   * Cost between the shortest and the longest ways.
   *
   * @param forest the trees
   * @param type element type
   * @param samples number of samples
   * @param combine kind of work that a vote is
   * @param rest work besides, the same for all ways
   */
  static Cost of(Forest forest, ElementType type, Size samples, WorkKind combine, Work rest) {
    Work low =
        rest.plus(work(forest.fewestComparisons(), forest.fewestVotes(), type, samples, combine));
    Work high =
        rest.plus(work(forest.mostComparisons(), forest.mostVotes(), type, samples, combine));
    Formula formula =
        Formula.of("N * (comparisons + votes)")
            .where("N", "samples", samples)
            .where(
                "comparisons",
                "nodes on the longest ways of " + forest.trees() + " trees",
                Size.of(forest.mostComparisons()))
            .where("votes", "most votes of their leaves", Size.of(forest.mostVotes()));
    return low.equals(high)
        ? Cost.of(low, formula)
        : Cost.between(low, high, formula, "the way through a tree depends on the input");
  }

  private static Work work(
      long comparisons, long votes, ElementType type, Size samples, WorkKind combine) {
    return Work.of(WorkKind.COMPARE, type, samples.times(comparisons))
        .and(combine, type, samples.times(votes));
  }
}
