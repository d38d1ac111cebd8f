package io.modelcounter.onnx.contrib;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.OperatorRange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the plugin says in words. */
class ContribNotesTest {
  private static final ContribOperators PLUGIN = new ContribOperators();

  @Test
  void saysInWordsHowEveryOperatorIsCounted() {
    Set<String> described =
        PLUGIN.notes().stream()
            .flatMap(note -> note.operators().stream())
            .map(ContribNotesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> counted =
        PLUGIN.counters().stream()
            .flatMap(counter -> counter.operators().stream())
            .map(ContribNotesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(counted);
  }

  @Test
  void saysItOncePerOperatorAndCase() {
    List<String> cases =
        PLUGIN.notes().stream()
            .flatMap(
                note -> note.operators().stream().map(range -> name(range) + " " + note.part()))
            .toList();

    assertThat(cases).doesNotHaveDuplicates();
  }

  @Test
  void saysItInPlainAsciiAndNamesASource() {
    assertThat(PLUGIN.notes())
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
}
