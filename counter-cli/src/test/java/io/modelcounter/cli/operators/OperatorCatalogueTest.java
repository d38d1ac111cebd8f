package io.modelcounter.cli.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.operators.OperatorEntry.Counting;
import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorCatalogueTest {

  /** A plugin that describes one of its two operators, and takes some versions of a third. */
  private static final class Acme implements CounterPlugin {
    @Override
    public String id() {
      return "acme";
    }

    @Override
    public List<LayerCounter> counters() {
      return List.of(
          counter(OperatorRange.of("com.acme", "Twist").since(2)),
          counter(OperatorRange.of("com.acme", "Fold")),
          counter(OperatorRange.onnx("Relu").since(13)));
    }

    private static LayerCounter counter(OperatorRange range) {
      return new LayerCounter() {
        @Override
        public List<OperatorRange> operators() {
          return List.of(range);
        }

        @Override
        public Cost count(Call call) {
          return Cost.free("a test");
        }
      };
    }

    @Override
    public List<OperatorNote> notes() {
      OperatorRange fold = OperatorRange.of("com.acme", "Fold");
      return List.of(
          OperatorNote.of(fold, "ADD 1 | or\n2").withFormula("a | b").onlyFor("odd"),
          OperatorNote.of(fold, OperatorNote.FREE).onlyFor("even"));
    }
  }

  private static OperatorEntry entry(List<OperatorEntry> entries, String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void listsOperatorsByDomainAndNameWithTheirVersions() {
    List<OperatorEntry> entries = OperatorCatalogue.of(List.of(new Acme()));

    assertThat(entries)
        .extracting(entry -> entry.domain() + ":" + entry.name() + " " + entry.versions())
        .containsExactly("ai.onnx:Relu [1, 6, 13, 14]", "com.acme:Fold [1]", "com.acme:Twist [2]");
    assertThat(entries).extracting(OperatorEntry::plugin).containsOnly("acme");
  }

  @Test
  void saysInOneWordHowAnOperatorIsCounted() {
    List<OperatorEntry> acme = OperatorCatalogue.of(List.of(new Acme()));
    List<OperatorEntry> standard = OperatorCatalogue.of(List.of(new StandardOperators()));

    assertThat(entry(acme, "Fold").counting()).isEqualTo(Counting.COUNTED);
    assertThat(entry(acme, "Twist").counting()).isEqualTo(Counting.NOT_DESCRIBED);
    assertThat(entry(standard, "Reshape").counting()).isEqualTo(Counting.FREE);
    assertThat(entry(standard, "Conv").counting()).isEqualTo(Counting.COUNTED);
    assertThat(entry(standard, "ATen").counting()).isEqualTo(Counting.UNKNOWN);
  }

  @Test
  void listsWhatTheEngineCountsItself() {
    List<OperatorEntry> standard = OperatorCatalogue.of(List.of(new StandardOperators()));

    assertThat(entry(standard, "Loop").versions()).contains(1, 11, 13, 25);
    assertThat(entry(standard, "Loop").counting()).isEqualTo(Counting.COUNTED);
  }

  @Test
  void listsAnOperatorOfTwoPluginsTwice() {
    List<OperatorEntry> both = OperatorCatalogue.of(List.of(new StandardOperators(), new Acme()));

    assertThat(both)
        .filteredOn(entry -> entry.name().equals("Relu"))
        .extracting(OperatorEntry::plugin)
        .containsExactly("modelcounter", "acme");
  }

  @Test
  void writesTextsOfPluginsAsCellsOfATable() {
    assertThat(OperatorsMarkdown.write(OperatorCatalogue.of(List.of(new Acme()))))
        .isEqualTo(
            """

            ## Counted by acme

            ### Other operators

            | operator | versions | work by kind | formula | assumption | source |
            |---|---|---|---|---|---|
            | com.acme:Fold (odd) | 1 | ADD 1 \\| or 2 | `a \\| b` |  |  |
            | com.acme:Fold (even) | 1 | free |  |  |  |

            ### Not described

            | operator | versions |
            |---|---|
            | Relu | 1, 6, 13, 14 |
            | com.acme:Twist | 2 |
            """);
  }
}
