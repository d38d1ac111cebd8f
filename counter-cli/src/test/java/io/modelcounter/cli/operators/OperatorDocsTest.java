package io.modelcounter.cli.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The page on all operators says what the code says. */
class OperatorDocsTest {
  private static final String WRITE = "modelcounter.write";
  private static final String REPAIR =
      "mvn -pl counter-cli -am test -Dtest=OperatorDocsTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dmodelcounter.write=true";
  private static final Path PAGE = Corpus.repository().resolve("docs/operators.md");
  private static final String HEAD =
      """
      # Operators

      How every operator is counted that ModelCounter counts without further plugins. This page is made by
      `OperatorDocsTest` from the notes of the plugins; `modelcounter operators` lists those of the plugins in force.

      *Elements* are those of the output unless said otherwise; a number behind a kind of work stands for units per element,
      unless a total is named; *rows* are groups of n elements that are combined into one; empty groups cost nothing. A case or
      a part of the work stands in parentheses behind the operator. The formula is that of the main term. All versions are
      meant unless said otherwise. The kinds of work are defined in [counting.md](counting.md#kinds-of-work).
      """;

  @Test
  void thePageOfAllOperatorsIsUpToDate() throws IOException {
    String expected = HEAD + OperatorsMarkdown.write(OperatorCatalogue.of(plugins()));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE))
        .as("%s is out of date; write it again with: %s", PAGE.getFileName(), REPAIR)
        .isEqualTo(expected);
  }

  @Test
  void everyOperatorIsDescribed() {
    assertThat(OperatorCatalogue.of(plugins()))
        .isNotEmpty()
        .noneMatch(entry -> entry.counting() == OperatorEntry.Counting.NOT_DESCRIBED);
  }

  /** The plugins that come with ModelCounter. */
  private static List<CounterPlugin> plugins() {
    return ServiceLoader.load(CounterPlugin.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(plugin -> plugin.id().startsWith("modelcounter"))
        .sorted(Comparator.comparing(CounterPlugin::id))
        .toList();
  }
}
