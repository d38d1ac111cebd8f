package io.modelcounter.core.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Lists of operators: a line for each, domain and name first, words apart by one space. */
public final class OperatorLists {
  /** Every version of every operator of the standard. */
  public static final Path VERSIONS =
      Path.of("../counter-onnx/src/main/resources/io/modelcounter/onnx/operator-versions.txt");

  private static final Path RESOURCES = Path.of("src/test/resources/io/modelcounter/core/operator");

  /** Operators that were removed from the standard. */
  public static final Path REMOVED = RESOURCES.resolve("removed-operators.txt");

  /** Versions that no published test case covers. */
  public static final Path UNCOVERED = RESOURCES.resolve("uncovered-operators.txt");

  /** Operators that execute graphs; the engine itself types and counts them. */
  public static final Set<String> CONTROL_FLOW = Set.of("If", "Loop", "Scan", "SequenceMap");

  private OperatorLists() {}

  /** Words of the lines of a list, remarks left out. */
  public static List<String[]> rows(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .toList();
  }
}
