package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reconciliation;
import io.modelcounter.cli.analyze.EngineRequest;
import io.modelcounter.cli.analyze.SingleAnalysis;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.plugin.PluginRequest;
import io.modelcounter.core.PluginSet;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.report.table.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reconciles the totals of a model and writes what came of it. */
public final class ReconcileRun {
  private static final List<String> FORMATS = List.of("csv", "json", "markdown", "text");

  private final EngineRequest engine;
  private final List<String> between;
  private final Optional<ExpectedNumber> expected;
  private final String format;

  /**
   * Makes a run.
   *
   * @param engine how to count, with the conventions to compare; all if there are none
   * @param between ids of conventions, two by two
   * @param expected a number to look for
   * @param format csv, json, markdown or text
   * @throws CommandException if there is no such format
   */
  public ReconcileRun(
      EngineRequest engine,
      List<String> between,
      Optional<ExpectedNumber> expected,
      String format) {
    this.engine = engine;
    this.between = List.copyOf(between);
    this.expected = expected;
    this.format = ListingFormat.require(format, FORMATS);
  }

  /**
   * Reconciles the totals of a model.
   *
   * @param model the model
   * @param request which plugins were asked for
   * @param plugins these plugins
   * @param columns how wide a text may be
   * @return the text to print
   * @throws CommandException if a request is wrong or does not fit the model, or if the model or a
   *     plugin is wrong
   */
  public String of(ModelSource model, PluginRequest request, PluginSet plugins, int columns)
      throws IOException {
    List<String> conventions = conventions(plugins);
    Reconciled reconciled =
        SingleAnalysis.repeatedly(
            model, request, plugins, analyzer -> reconcile(model.name(), conventions, analyzer));
    return switch (format) {
      case "csv" -> ReconcileFormats.csv(reconciled);
      case "json" -> ReconcileJson.of(reconciled);
      case "markdown" -> ReconcileFormats.markdown(reconciled);
      default -> ReconcileFormats.text(reconciled, columns);
    };
  }

  /**
   * Makes the table of layers that torchstat prints.
   *
   * @param model the model
   * @param request which plugins were asked for
   * @param plugins these plugins
   * @param columns how wide a text may be
   * @return the text to print
   * @throws CommandException if a request is wrong or does not fit the model, or if the model or a
   *     plugin is wrong
   */
  public String torchstat(ModelSource model, PluginRequest request, PluginSet plugins, int columns)
      throws IOException {
    Analysis analysis =
        SingleAnalysis.of(model, counting(TorchstatTable.CONVENTIONS), request, plugins);
    List<Column<TorchstatTable.Row>> table = TorchstatTable.columns();
    List<TorchstatTable.Row> rows = TorchstatTable.rows(analysis);
    return switch (format) {
      case "csv" -> ReconcileFormats.csv(table, rows);
      case "json" -> ReconcileJson.of(table, rows);
      case "markdown" -> ReconcileFormats.markdown(table, rows);
      default ->
          ReconcileFormats.text(
              model.name() + ", " + Expectation.inputs(analysis), table, rows, columns);
    };
  }

  private Reconciled reconcile(
      String model, List<String> conventions, Function<EngineRequest, Analysis> analyzer) {
    EngineRequest counting = counting(conventions);
    Analysis analysis = analyzer.apply(counting);
    Reconciliation reconciliation = Reconciliation.of(analysis);
    List<Reconciliation.Difference> differences = new ArrayList<>();
    for (int i = 0; i < between.size(); i += 2) {
      differences.add(reconciliation.between(between.get(i), between.get(i + 1)));
    }
    return new Reconciled(
        model,
        reconciliation,
        conventions,
        differences,
        expected.map(number -> Expectation.of(number, conventions, counting, analysis, analyzer)));
  }

  private EngineRequest counting(List<String> conventions) {
    return new EngineRequest(
        engine.inputShapes(),
        engine.symbols(),
        engine.batch(),
        conventions,
        engine.ignored(),
        engine.quantized());
  }

  /** The conventions that were asked for; without any, all that count operations. */
  private List<String> conventions(PluginSet plugins) {
    Set<String> known = new LinkedHashSet<>();
    Set<String> comparable = new LinkedHashSet<>();
    plugins.plugins().stream()
        .flatMap(info -> info.plugin().conventions().stream())
        .forEach(
            (CountingConvention convention) -> {
              known.add(convention.id());
              if (convention.countsOperations()) {
                comparable.add(convention.id());
              }
            });
    Set<String> chosen = new LinkedHashSet<>(engine.conventions());
    chosen.addAll(between);
    for (String id : chosen) {
      if (!known.contains(id)) {
        throw unknown(id, List.copyOf(known));
      }
    }
    return List.copyOf(chosen.isEmpty() ? comparable : chosen);
  }

  private static CommandException unknown(String id, List<String> known) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, "", "there is no convention \"" + id + "\"")
            .withHint(
                Suggestions.nearest(id, known)
                    .map(near -> "did you mean " + near + "? ")
                    .orElse("")
                    .concat("there are " + String.join(", ", known))));
  }
}
