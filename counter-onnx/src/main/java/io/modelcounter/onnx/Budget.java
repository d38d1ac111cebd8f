package io.modelcounter.onnx;

/** Counts what has been read of one file against {@link Limits}. */
final class Budget {
  private long nodes;
  private long initializers;
  private long valueInfos;
  private long listElements;
  private long keptBytes;
  private int graphDepth;

  /** A graph was entered. */
  void enterGraph(WireReader wire) {
    if (graphDepth > Limits.GRAPH_DEPTH) {
      throw wire.fail(
          "E0402", "graphs are nested more than " + Limits.GRAPH_DEPTH + " deep, the limit");
    }
    graphDepth++;
  }

  /** The graph entered last was left. */
  void leaveGraph() {
    graphDepth--;
  }

  /** Checks counts known in advance, before anything is built. */
  void expect(WireReader wire, long moreNodes, long moreInitializers, long moreValueInfos) {
    check(wire, "nodes", nodes + moreNodes, Limits.NODES);
    check(wire, "initializers", initializers + moreInitializers, Limits.INITIALIZERS);
    check(wire, "values with a declared type", valueInfos + moreValueInfos, Limits.VALUE_INFOS);
  }

  /** A node was met. */
  void node(WireReader wire) {
    check(wire, "nodes", ++nodes, Limits.NODES);
  }

  /** An initializer was met. */
  void initializer(WireReader wire) {
    check(wire, "initializers", ++initializers, Limits.INITIALIZERS);
  }

  /** A value with a declared type was met. */
  void valueInfo(WireReader wire) {
    check(wire, "values with a declared type", ++valueInfos, Limits.VALUE_INFOS);
  }

  private static void check(WireReader wire, String what, long found, int limit) {
    if (found > limit) {
      throw wire.fail("E0403", found + " " + what + " and possibly more, the limit is " + limit);
    }
  }

  /** Elements of a list attribute were met. */
  void listElements(WireReader wire, long count) {
    listElements += count;
    if (listElements > Limits.LIST_ELEMENTS) {
      throw wire.fail(
          "E0405",
          listElements
              + " elements in list attributes and possibly more, the limit is "
              + Limits.LIST_ELEMENTS);
    }
  }

  /**
   * Asks to keep bytes.
   *
   * @param count how many
   * @return true if they fit
   */
  boolean keep(long count) {
    if (keptBytes + count > Limits.KEPT_BYTES) {
      return false;
    }
    keptBytes += count;
    return true;
  }
}
