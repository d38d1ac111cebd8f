package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.cli.analyze.EngineRequest;
import io.modelcounter.core.OptionException;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.ValueInfo;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which conventions and inputs make a number of a model.
 *
 * @param number the number
 * @param matches those that make it: with the inputs as they are, then with others
 * @param nearest those that come nearest with the inputs as they are; empty if some make it
 */
record Expectation(ExpectedNumber number, List<Match> matches, List<Match> nearest) {
  private static final int NEAREST = 3;

  /** Makes an expectation. */
  Expectation {
    matches = List.copyOf(matches);
    nearest = List.copyOf(nearest);
  }

  /**
   * A convention with inputs.
   *
   * @param convention id of the convention
   * @param inputs the inputs with their types
   * @param total the total
   * @param how how the total becomes the number; empty if it does not
   */
  record Match(String convention, String inputs, BigInteger total, String how) {}

  /**
   * Looks for a number.
   *
   * @param number the number
   * @param conventions ids of the conventions that may make it
   * @param request what the model was analysed with
   * @param analysis what came of it
   * @param analyzer analyses the model otherwise
   */
  static Expectation of(
      ExpectedNumber number,
      List<String> conventions,
      EngineRequest request,
      Analysis analysis,
      Function<EngineRequest, Analysis> analyzer) {
    Set<Match> matches = new LinkedHashSet<>(matches(number, conventions, analysis));
    for (EngineRequest variant : InputVariants.of(request, analysis)) {
      analyze(variant, analyzer)
          .ifPresent(other -> matches.addAll(matches(number, conventions, other)));
    }
    List<Match> nearest =
        matches.isEmpty()
            ? totals(conventions, analysis).stream()
                .sorted(Comparator.comparing((Match match) -> number.distance(match.total())))
                .limit(NEAREST)
                .toList()
            : List.of();
    return new Expectation(number, new ArrayList<>(matches), nearest);
  }

  /** An analysis with other inputs; empty if the model takes its own size only. */
  private static Optional<Analysis> analyze(
      EngineRequest variant, Function<EngineRequest, Analysis> analyzer) {
    try {
      return Optional.of(analyzer.apply(variant));
    } catch (ModelException | OptionException doesNotFit) {
      return Optional.empty();
    }
  }

  private static List<Match> matches(
      ExpectedNumber number, List<String> conventions, Analysis analysis) {
    List<Match> matches = new ArrayList<>();
    for (Match total : totals(conventions, analysis)) {
      number
          .match(total.convention(), total.total())
          .map(how -> new Match(total.convention(), total.inputs(), total.total(), how))
          .ifPresent(matches::add);
    }
    return matches;
  }

  /** The totals that are numbers. */
  private static List<Match> totals(List<String> conventions, Analysis analysis) {
    String inputs = inputs(analysis);
    List<Match> totals = new ArrayList<>();
    for (String convention : conventions) {
      number(analysis, convention)
          .ifPresent(total -> totals.add(new Match(convention, inputs, total, "")));
    }
    return totals;
  }

  private static Optional<BigInteger> number(Analysis analysis, String convention) {
    return Optional.of(analysis.totals().amount(convention))
        .filter(total -> total.isExact())
        .flatMap(total -> total.exactValue().asBigInteger());
  }

  /** The inputs of an analysis in one line. */
  static String inputs(Analysis analysis) {
    return analysis.inputs().stream()
        .map((ValueInfo input) -> input.name() + ": " + input.type())
        .collect(Collectors.joining(", "));
  }
}
