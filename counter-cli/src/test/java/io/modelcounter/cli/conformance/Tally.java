package io.modelcounter.cli.conformance;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts verdicts over the files of a group. */
final class Tally {
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int files;
  private int failed;
  private int declaredEnough;

  void file() {
    files++;
  }

  void failure(int tensors) {
    failed++;
    verdicts.merge(Verdict.MISSING, tensors, Integer::sum);
  }

  void add(Verdict verdict) {
    verdicts.merge(verdict, 1, Integer::sum);
  }

  void declaredWasEnough() {
    declaredEnough++;
  }

  int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  int files() {
    return files;
  }

  int failed() {
    return failed;
  }

  int tensors() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One row of a Markdown table. */
  String row(String name) {
    return "| "
        + name
        + " | "
        + Stream.of(
                files,
                tensors(),
                count(Verdict.EQUAL),
                count(Verdict.PARTLY),
                count(Verdict.WRONG),
                count(Verdict.MISSING),
                failed)
            .map(String::valueOf)
            .collect(Collectors.joining(" | "))
        + " |";
  }

  /** One row of a table that also says for how many tensors the file's own types are enough. */
  String rowWithDeclared(String name) {
    return row(name) + " " + declaredEnough + " |";
  }

  /** Head of the table. */
  static String head() {
    return "| group | files | tensors | equal | partly known | wrong | missing | failed |";
  }

  /** Line below the head of a table with a number of columns. */
  static String rule(int columns) {
    return "|---|" + "--:|".repeat(columns - 1);
  }
}
