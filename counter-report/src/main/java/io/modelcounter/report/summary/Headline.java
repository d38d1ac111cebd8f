package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Unit;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that speaks for the whole model.
 *
 * @param metric name in data
 * @param label name for people
 * @param unit what it is counted in
 * @param amount the number
 * @param definition what it means, a sentence
 */
public record Headline(String metric, String label, Unit unit, Amount amount, String definition) {
  /** What MACs and FLOPs are to each other. */
  public static final String CONVENTION = "1 MAC = 1 multiply + 1 add = 2 FLOPs.";

  /**
   * The number with all its digits.
   *
   * @return the digits, with their unit if that is bytes; or the formula
   */
  public String exact() {
    String full = Amounts.full(amount);
    boolean isNumber =
        Amounts.isKnown(amount)
            && amount.low().isConstant()
            && amount.high().map(Size::isConstant).orElse(true);
    return isNumber && unit == Unit.BYTES ? full + " " + unit.text() : full;
  }

  /**
   * This number with another amount.
   *
   * @param newAmount the amount
   * @return the number under the same name
   */
  public Headline withAmount(Amount newAmount) {
    return new Headline(metric, label, unit, newAmount, definition);
  }

  /**
   * The numbers that every report begins with.
   *
   * @param totals what the model costs
   * @return MACs, FLOPs, parameters, weights, peak of the activations, traffic
   */
  public static List<Headline> main(Totals totals) {
    return List.of(
        count(
            "macs",
            "MACs",
            totals.macs(),
            "Multiplications whose product is added to a sum: convolutions, matrix products,"
                + " recurrent cells and attention products. Positions in the padding count."),
        count(
            "flops",
            "FLOPs",
            totals.flops(),
            "Two for every MAC, one for every other elementary operation: additions, comparisons,"
                + " divisions, exponentials, roots and so on."),
        count(
            "parameters",
            "Parameters",
            totals.parameters(),
            "Elements of the learnable tensors, each tensor once however often it is used."),
        bytes(
            "weightBytes",
            "Weight bytes",
            totals.weightBytes(),
            "Bytes of the parameters by the width of their types."),
        bytes(
            "peakActivationBytes",
            "Peak activation bytes",
            totals.peakActivationBytes(),
            "Most bytes of activations alive at once when nodes run in file order: graph inputs"
                + " until their last use, outputs to the end, views with memory of their own,"
                + " weights apart."),
        bytes(
            "readBytes",
            "Bytes read",
            totals.readBytes(),
            "Bytes that the layers read, weights included, if nothing is kept between layers."),
        bytes(
            "writeBytes",
            "Bytes written",
            totals.writeBytes(),
            "Bytes that the layers write, if nothing is kept between layers."));
  }

  /**
   * Stored tensors that are no parameters.
   *
   * @param totals what the model costs
   * @return elements and bytes of buffers and of constants
   */
  public static List<Headline> stored(Totals totals) {
    String buffers = "Statistics that training keeps, such as running means; not learnable.";
    String constants = "Other stored tensors: bounds, scales, masks, shapes.";
    return List.of(
        count("buffers", "Buffers", totals.buffers(), buffers),
        bytes("bufferBytes", "Buffer bytes", totals.bufferBytes(), buffers),
        count("constants", "Constants", totals.constants(), constants),
        bytes("constantBytes", "Constant bytes", totals.constantBytes(), constants));
  }

  /**
   * Totals under conventions other than MACs and FLOPs.
   *
   * @param analysis the analysis
   * @return one a convention that was asked for, by id
   */
  public static List<Headline> conventions(Analysis analysis) {
    List<Headline> headlines = new ArrayList<>();
    otherConventions(analysis.totals().amounts())
        .forEach(
            (id, amount) ->
                headlines.add(count(id, id, amount, analysis.conventions().getOrDefault(id, ""))));
    return headlines;
  }

  /**
   * Amounts under conventions other than MACs and FLOPs.
   *
   * @param amounts amount by convention id
   * @return those that have no place of their own, sorted by id
   */
  public static Map<String, Amount> otherConventions(Map<String, Amount> amounts) {
    Map<String, Amount> others = new TreeMap<>(amounts);
    others.remove("macs");
    others.remove("flops");
    return others;
  }

  private static Headline count(String metric, String label, Amount amount, String definition) {
    return new Headline(metric, label, Unit.COUNT, amount, definition);
  }

  private static Headline bytes(String metric, String label, Amount amount, String definition) {
    return new Headline(metric, label, Unit.BYTES, amount, definition);
  }
}
