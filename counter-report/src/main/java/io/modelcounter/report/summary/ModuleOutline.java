package io.modelcounter.report.summary;

import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.report.table.Numbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tree of modules as people read it. A module that holds nothing but one other module shares
 * its row, as in {@code encoder.layer}, and a depth.
 */
public final class ModuleOutline {
  private final ModuleCost root;
  private final boolean foldsEqual;

  private ModuleOutline(ModuleCost root, boolean foldsEqual) {
    this.root = root;
    this.foldsEqual = foldsEqual;
  }

  /**
   * Outline in which every branch of the tree is shown.
   *
   * @param root the module around all others, which is not shown itself
   * @return the outline
   */
  public static ModuleOutline of(ModuleCost root) {
    return new ModuleOutline(root, false);
  }

  /**
   * Outline in which numbered neighbours that are equal in all that they hold share a row.
   *
   * @return the outline
   */
  public ModuleOutline foldingEqual() {
    return new ModuleOutline(root, true);
  }

  /**
   * The rows, each followed by those inside it.
   *
   * @param deepest how many levels
   * @return the rows in the order of the model
   */
  public List<ModuleRow> rows(int deepest) {
    List<ModuleRow> rows = new ArrayList<>();
    add(root, 1, 1, deepest, rows);
    return rows;
  }

  /**
   * Number of modules in the tree.
   *
   * @return the number, without the root
   */
  public int modules() {
    int count = 0;
    Deque<ModuleCost> open = new ArrayDeque<>(root.children());
    while (!open.isEmpty()) {
      open.addAll(open.remove().children());
      count++;
    }
    return count;
  }

  private void add(ModuleCost parent, int depth, int times, int deepest, List<ModuleRow> rows) {
    if (depth > deepest) {
      return;
    }
    List<ModuleCost> children = parent.children();
    int next = 0;
    while (next < children.size()) {
      int end = foldsEqual ? EqualModules.end(children, next) : next + 1;
      int equal = end - next;
      ModuleCost first = children.get(next);
      StringBuilder name = new StringBuilder(first.name());
      ModuleCost last = first;
      int chain = 1;
      while (isAroundOne(last)) {
        last = last.children().get(0);
        name.append('.').append(last.name());
        chain++;
      }
      if (equal > 1) {
        name.insert(first.name().length(), "-" + EqualModules.number(children.get(end - 1)));
        name.append(" (").append(Numbers.grouped(equal)).append(" equal, each)");
      }
      rows.add(new ModuleRow(name.toString(), last, depth, times * equal * chain));
      add(last, depth + 1, times * equal, deepest, rows);
      next = end;
    }
  }

  private static boolean isAroundOne(ModuleCost module) {
    return module.children().size() == 1 && module.children().get(0).layers() == module.layers();
  }
}
