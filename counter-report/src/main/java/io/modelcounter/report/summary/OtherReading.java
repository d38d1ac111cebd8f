package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model costs in the other reading of its operators between DequantizeLinear and
 * QuantizeLinear.
 */
public final class OtherReading {
  private OtherReading() {}

  /**
   * A reading as the command line names it.
   *
   * @param reading the reading
   * @return {@code as-written} or {@code fused}
   */
  public static String id(Reading reading) {
    return reading == Reading.FUSED ? "fused" : "as-written";
  }

  /**
   * A reading in words.
   *
   * @param reading the reading
   * @return a clause
   */
  public static String text(Reading reading) {
    return reading == Reading.FUSED
        ? "quantized operators counted as one"
        : "quantized operators counted as written";
  }

  /**
   * The numbers of the other reading that are not those of the reading at hand.
   *
   * @param analysis the analysis
   * @param other the same model in the other reading
   * @return main numbers and conventions of the other reading
   */
  public static List<Headline> differing(Analysis analysis, Analysis other) {
    List<Headline> own = numbers(analysis);
    List<Headline> differing = new ArrayList<>();
    for (Headline number : numbers(other)) {
      if (own.stream().noneMatch(number::equals)) {
        differing.add(number);
      }
    }
    return differing;
  }

  private static List<Headline> numbers(Analysis analysis) {
    List<Headline> numbers = new ArrayList<>(Headline.main(analysis.totals()));
    numbers.addAll(Headline.conventions(analysis));
    return numbers;
  }
}
