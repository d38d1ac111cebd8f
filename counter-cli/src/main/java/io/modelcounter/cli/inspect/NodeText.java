package io.modelcounter.cli.inspect;

import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.text.Lines;
import java.util.List;

/** Writes nodes as the file has them, for people. */
final class NodeText {
  private static final int MOST_NODES = 10;

  private NodeText() {}

  static String of(List<NodeView> nodes, int columns) {
    Lines out = new Lines(columns);
    String separator = "";
    for (NodeView node : nodes.subList(0, Math.min(MOST_NODES, nodes.size()))) {
      if (!separator.isEmpty()) {
        out.paragraph(separator, 0);
      }
      out.paragraph(node.title(), 2);
      node.facts().forEach(fact -> out.fact(fact.getKey(), fact.getValue()));
      separator = " ";
    }
    if (nodes.size() > MOST_NODES) {
      out.paragraph(
          "... and " + Numbers.grouped(nodes.size() - MOST_NODES) + " more nodes of this name", 0);
    }
    return out.toString();
  }
}
