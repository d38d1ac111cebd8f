package io.modelcounter.cli.conformance;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts verdicts over the files of a group. */
final class Tally {
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Gap> gaps = new TreeMap<>();
  private int files;
  private int failed;
  private int declaredEnough;
  private long started = System.nanoTime();
  private long nanos;
  private long longest;
  private String slowest = "";

  /** Values of one file that are not known, or only in part. */
  record Gap(int partly, int missing) {

    Gap plus(Verdict verdict) {
      return new Gap(
          partly + (verdict == Verdict.PARTLY ? 1 : 0),
          missing + (verdict == Verdict.MISSING ? 1 : 0));
    }
  }

  /** Begins with a file. */
  void begin() {
    files++;
    started = System.nanoTime();
  }

  /** Ends with a file. */
  void end(String file) {
    long took = System.nanoTime() - started;
    nanos += took;
    if (took > longest) {
      longest = took;
      slowest = file;
    }
  }

  void failure(String file, int tensors) {
    failed++;
    for (int i = 0; i < tensors; i++) {
      add(file, Verdict.MISSING);
    }
  }

  void add(String file, Verdict verdict) {
    verdicts.merge(verdict, 1, Integer::sum);
    if (verdict == Verdict.PARTLY || verdict == Verdict.MISSING) {
      gaps.put(file, gaps.getOrDefault(file, new Gap(0, 0)).plus(verdict));
    }
  }

  /** The files of which something is not known. */
  Map<String, Gap> gaps() {
    return gaps;
  }

  /** How long all files took, and the slowest one. */
  String time(String name) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f s, slowest %s with %.0f ms",
        name,
        nanos / 1e9,
        slowest,
        longest / 1e6);
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
