package io.modelcounter.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.OperatorRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardOperatorsTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "io", "modelcounter", "core", "operator");

  /** Operators that execute graphs; the engine itself types and counts them. */
  private static final Set<String> CONTROL_FLOW = Set.of("If", "Loop", "Scan", "SequenceMap");

  @Test
  void holdsEveryFamily() throws IOException {
    String list = Files.readString(SOURCES.resolve("StandardOperators.java"));
    List<String> families;
    try (Stream<Path> directories = Files.list(SOURCES)) {
      families =
          directories
              .filter(Files::isDirectory)
              .map(directory -> directory.getFileName().toString())
              .sorted()
              .toList();
    }

    assertThat(families).isNotEmpty();
    assertThat(families)
        .allSatisfy(
            family ->
                assertThat(list).contains("import io.modelcounter.core.operator." + family + "."));
  }

  @Test
  void servesEveryVersionOfEveryOperatorOfTheStandard() throws IOException {
    Set<String> missing = new TreeSet<>();
    int pairs = 0;
    List<OperatorRange> counted = ranges();
    for (String line : Files.readAllLines(operatorVersions())) {
      String[] words = line.split(" ", -1);
      if (line.startsWith("#") || words.length < 3 || CONTROL_FLOW.contains(words[1])) {
        continue;
      }
      for (String version : Arrays.copyOfRange(words, 2, words.length)) {
        pairs++;
        var operator = new OperatorId(words[0], words[1], Integer.parseInt(version));
        if (counted.stream().noneMatch(range -> range.contains(operator))) {
          missing.add(operator.toString());
        }
      }
    }

    assertThat(pairs).isGreaterThan(600);
    assertThat(missing).isEmpty();
  }

  private static List<OperatorRange> ranges() {
    StandardOperators plugin = new StandardOperators();
    Set<OperatorRange> rules =
        plugin.shapeRules().stream()
            .flatMap(rule -> rule.operators().stream())
            .collect(Collectors.toSet());
    return plugin.counters().stream()
        .flatMap(counter -> counter.operators().stream())
        .filter(rules::contains)
        .toList();
  }

  private static Path operatorVersions() {
    return Path.of(
        "..",
        "counter-onnx",
        "src",
        "main",
        "resources",
        "io",
        "modelcounter",
        "onnx",
        "operator-versions.txt");
  }
}
