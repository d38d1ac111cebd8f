package io.modelcounter.onnx.contrib;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContribOperatorsTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "io", "modelcounter", "onnx", "contrib");

  private static List<OperatorRange> ranges() {
    return new ContribOperators()
        .counters().stream().flatMap(counter -> counter.operators().stream()).toList();
  }

  /** Names of the operators that ONNX Runtime documents, a line for each. */
  private static List<String> documented() throws IOException {
    try (InputStream stream =
            Objects.requireNonNull(
                ContribOperatorsTest.class.getResourceAsStream("operators.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  @Test
  void isFoundAmongThePlugins() {
    assertThat(ServiceLoader.load(CounterPlugin.class))
        .filteredOn(ContribOperators.class::isInstance)
        .singleElement()
        .satisfies(plugin -> assertThat(plugin.id()).isEqualTo(ContribOperators.ID));
  }

  @Test
  void holdsEveryFamily() throws IOException {
    String list = Files.readString(SOURCES.resolve("ContribOperators.java"));
    List<String> families;
    try (Stream<Path> files = Files.list(SOURCES)) {
      families =
          files
              .filter(file -> Files.isDirectory(file))
              .map(directory -> directory.getFileName().toString())
              .sorted()
              .toList();
    }

    assertThat(families)
        .isNotEmpty()
        .allSatisfy(
            family ->
                assertThat(list).contains("import io.modelcounter.onnx.contrib." + family + "."));
  }

  @Test
  void servesEveryOperatorThatIsDocumented() throws IOException {
    List<OperatorRange> ranges = ranges();

    assertThat(documented())
        .hasSizeGreaterThan(120)
        .allSatisfy(
            name ->
                assertThat(ranges)
                    .as(name)
                    .anyMatch(range -> range.contains(new OperatorId(Contrib.DOMAIN, name, 1))));
  }

  @Test
  void servesNoOperatorTwice() {
    List<OperatorRange> ranges = ranges();
    for (int i = 0; i < ranges.size(); i++) {
      for (OperatorRange other : ranges.subList(i + 1, ranges.size())) {
        assertThat(ranges.get(i).overlaps(other)).as(other.toString()).isFalse();
      }
    }
  }

  @Test
  void offersARuleBesideEveryCounter() {
    ContribOperators plugin = new ContribOperators();

    assertThat(plugin.shapeRules()).hasSize(plugin.counters().size()).isNotEmpty();
    assertThat(plugin.counters())
        .allSatisfy(counter -> assertThat(counter).isInstanceOf(ShapeRule.class));
  }
}
