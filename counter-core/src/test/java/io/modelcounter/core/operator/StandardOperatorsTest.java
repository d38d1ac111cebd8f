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
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardOperatorsTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "io", "modelcounter", "core", "operator");

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
    Set<OperatorId> missing = new TreeSet<>();
    int pairs = 0;
    List<OperatorRange> counted = ranges();
    for (String[] words : OperatorLists.rows(OperatorLists.VERSIONS)) {
      for (String version : Arrays.copyOfRange(words, 2, words.length)) {
        pairs++;
        var operator = new OperatorId(words[0], words[1], Integer.parseInt(version));
        boolean served = counted.stream().anyMatch(range -> range.contains(operator));
        if (!served && !OperatorLists.CONTROL_FLOW.contains(operator.name())) {
          missing.add(operator);
        }
      }
    }

    assertThat(pairs).isEqualTo(642);
    assertThat(missing).isEmpty();
  }

  @Test
  void servesEveryOperatorThatWasRemovedFromTheStandard() throws IOException {
    List<OperatorRange> counted = ranges();
    List<String[]> removed = OperatorLists.rows(OperatorLists.REMOVED);

    assertThat(removed).hasSize(15);
    assertThat(removed)
        .allSatisfy(
            words ->
                assertThat(counted)
                    .anyMatch(range -> range.contains(new OperatorId(words[0], words[1], 1))));
  }

  @Test
  void saysInWordsHowEveryOperatorIsCounted() {
    Set<String> counted = ranges().stream().map(StandardOperatorsTest::name).collect(toTreeSet());
    OperatorLists.CONTROL_FLOW.forEach(name -> counted.add(name(OperatorRange.onnx(name))));
    Set<String> described =
        new StandardOperators()
            .notes().stream()
                .flatMap(note -> note.operators().stream())
                .map(StandardOperatorsTest::name)
                .collect(toTreeSet());

    assertThat(described).isEqualTo(counted);
  }

  @Test
  void saysItOncePerOperatorAndCase() {
    List<String> cases =
        new StandardOperators()
            .notes().stream()
                .flatMap(
                    note -> note.operators().stream().map(range -> name(range) + " " + note.part()))
                .toList();

    assertThat(cases).doesNotHaveDuplicates();
  }

  @Test
  void saysItInPlainAsciiAndNamesASource() {
    assertThat(new StandardOperators().notes())
        .allSatisfy(
            note -> {
              String text = note.work() + note.formula() + note.assumption() + note.legend();
              assertThat(text).isASCII().doesNotContain("`");
              assertThat(note.source()).isNotEmpty();
              assertThat(note.family()).isNotEmpty();
            });
  }

  private static String name(OperatorRange range) {
    return range.domain() + ":" + range.name();
  }

  private static Collector<String, ?, Set<String>> toTreeSet() {
    return Collectors.toCollection(TreeSet::new);
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
}
