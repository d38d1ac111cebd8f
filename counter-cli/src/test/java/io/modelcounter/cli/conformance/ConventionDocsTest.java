package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.PluginSet;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on conventions names every convention and holds the figures of this version. */
class ConventionDocsTest {
  private static final String WRITE = "modelcounter.write";
  private static final Path PAGE = Corpus.repository().resolve("docs/conventions.md");
  private static final String BEGIN = "<!-- ResNet-18: written by ConventionDocsTest -->\n";
  private static final String END = "<!-- end of ResNet-18 -->\n";
  private static final String REPAIR =
      "mvn -pl counter-cli -am test -Dtest=ConventionDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dmodelcounter.write=true";

  /** A plugin with a convention that keeps the model it is asked about. */
  private static final class Witness implements CounterPlugin, CountingConvention {
    private final List<ModelView> seen = new ArrayList<>();

    @Override
    public String id() {
      return "witness";
    }

    @Override
    public String description() {
      return "keeps the model";
    }

    @Override
    public List<CountingConvention> conventions() {
      return List.of(this);
    }

    @Override
    public Amount count(LayerView layer) {
      return Amount.zero();
    }

    @Override
    public Amount total(ModelView model) {
      seen.add(model);
      return Amount.zero();
    }
  }

  @Test
  void theWorkedExampleIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = table();
    if (Boolean.getBoolean(WRITE)) {
      page = page.substring(0, begin) + table + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }

    assertThat(page.substring(begin, end))
        .as("%s is out of date; write it again with: %s", PAGE.getFileName(), REPAIR)
        .isEqualTo(table);
  }

  @Test
  void everyConventionHasARow() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(conventions())
        .isNotEmpty()
        .allSatisfy(convention -> assertThat(page).contains("| `" + convention.id() + "` |"));
  }

  private static List<CountingConvention> conventions() {
    return ServiceLoader.load(CounterPlugin.class).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(plugin -> plugin.conventions().stream())
        .toList();
  }

  private static String table() {
    ModelView model = resnet();
    StringBuilder table = new StringBuilder("| id | total | consists of |\n|---|---:|---|\n");
    for (CountingConvention convention : conventions()) {
      List<NamedAmount> terms = convention.totalTerms(model);
      Amount total = convention.total(model);
      assertThat(Amount.sum(terms.stream().map(NamedAmount::amount).toList()))
          .as(convention.id())
          .isEqualTo(total);
      table
          .append("| `")
          .append(convention.id())
          .append("` | ")
          .append(grouped(total))
          .append(" | ")
          .append(
              terms.stream()
                  .map(term -> term.name() + " " + grouped(term.amount()))
                  .collect(Collectors.joining(" + ")))
          .append(" |\n");
    }
    return table.toString();
  }

  private static ModelView resnet() {
    Witness witness = new Witness();
    try (PluginSet plugins =
        PluginSet.builder()
            .classPath(ConventionDocsTest.class.getClassLoader())
            .plugin(witness, PluginOrigin.builtIn("1"))
            .load()) {
      Analyzer.using(plugins)
          .analyze(
              ModelInput.of(Corpus.root().resolve("exported/zoo/resnet18.raw.onnx")),
              AnalysisOptions.defaults().ignoringDeclaredTypes().withConvention("witness"));
    }
    return witness.seen.get(0);
  }

  private static String grouped(Amount amount) {
    return String.format(Locale.ROOT, "%,d", amount.exactValue().asLong().orElseThrow());
  }
}
