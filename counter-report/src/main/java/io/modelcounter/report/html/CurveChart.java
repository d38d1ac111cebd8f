package io.modelcounter.report.html;

import io.modelcounter.report.table.Numbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A step curve of bytes over the steps of the execution, with its highest point marked. What is
 * there all the time is a band below that is not to scale.
 */
final class CurveChart {
  private static final int WIDTH = 9000;
  private static final int HEIGHT = 1600;
  private static final int TOP = 260;
  private static final int BOTTOM = HEIGHT + TOP;
  private static final int BAND = 150;
  private static final int MARGIN = 260 + BAND;
  private static final int MOST_POINTS = 900;

  private final List<BigInteger> heights;
  private final List<Boolean> exact;
  private final int highest;
  private final int steps;
  private final String band;

  /**
   * Makes a chart; steps that lie too close to be told apart are drawn as their maximum.
   *
   * @param bytes height of each step
   * @param exact for each step, whether it may not be higher still
   * @param band what is there all the time
   */
  CurveChart(List<BigInteger> bytes, List<Boolean> exact, String band) {
    this.steps = bytes.size();
    this.band = band;
    this.heights = thin(bytes, BigInteger::max);
    this.exact = thin(exact, Boolean::logicalAnd);
    int top = 0;
    for (int i = 1; i < heights.size(); i++) {
      if (heights.get(i).compareTo(heights.get(top)) > 0) {
        top = i;
      }
    }
    this.highest = top;
  }

  void write(String summary, Html html) {
    html.open("figure");
    String box = "0 0 " + WIDTH + " " + (BOTTOM + MARGIN);
    html.open(
        "svg",
        "class",
        "curve",
        "viewBox",
        box,
        "role",
        "img",
        "aria-label",
        summary,
        "data-top",
        "" + TOP,
        "data-bottom",
        "" + BOTTOM);
    for (int part = 1; part <= 2; part++) {
      int height = BOTTOM - HEIGHT * part / 2;
      BigInteger bytes = heights.get(highest).multiply(BigInteger.valueOf(part)).shiftRight(1);
      html.open("g", "class", "grid");
      line(0, height, WIDTH, height, html);
      html.close("g");
      if (part == 1) {
        label("half-label", WIDTH, height - 40, Numbers.iec(bytes), html);
      }
    }
    if (exact.contains(false)) {
      html.open("path", "class", "shade", "d", shade()).close("path");
    }
    html.open("path", "class", "area", "d", area()).close("path");
    line(0, BOTTOM, WIDTH, BOTTOM, html);
    html.open("rect", "class", "band", "y", "" + BOTTOM, "width", "" + WIDTH, "height", "" + BAND);
    html.close("rect");
    html.element("text", band + " (not to scale)", "x", "60", "y", "" + (BOTTOM + BAND - 36));
    int x = (x(highest) + x(highest + 1)) / 2;
    html.open("circle", "class", "peak", "cx", "" + x, "cy", "" + y(highest), "r", "45");
    html.close("circle");
    label("peak-label", x, TOP - 100, Numbers.iec(heights.get(highest)), html);
    label("first", 0, BOTTOM + MARGIN - 40, "step 1", html);
    label("last", WIDTH, BOTTOM + MARGIN - 40, "step " + Numbers.grouped(steps), html);
    html.close("svg").open("figcaption").name(summary).close("figcaption").close("figure").line();
  }

  private static <T> List<T> thin(List<T> steps, BinaryOperator<T> join) {
    int points = Math.min(steps.size(), MOST_POINTS);
    List<T> thin = new ArrayList<>(points);
    for (int i = 0; i < points; i++) {
      int from = (int) ((long) i * steps.size() / points);
      int to = (int) ((i + 1L) * steps.size() / points);
      thin.add(steps.subList(from, to).stream().reduce(join).orElseThrow());
    }
    return thin;
  }

  /** Bands over the steps that may be higher than they are drawn. */
  private String shade() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < exact.size(); i++) {
      if (!exact.get(i)) {
        path.append('M').append(x(i)).append(' ').append(BOTTOM).append('V').append(TOP);
        path.append('H').append(x(i + 1)).append('V').append(BOTTOM).append('Z');
      }
    }
    return path.toString();
  }

  private String area() {
    StringBuilder path = new StringBuilder("M0 ").append(BOTTOM);
    for (int i = 0; i < heights.size(); i++) {
      path.append('V').append(y(i)).append('H').append(x(i + 1));
    }
    return path.append('V').append(BOTTOM).append('Z').toString();
  }

  private int x(int point) {
    return (int) ((long) point * WIDTH / heights.size());
  }

  private int y(int point) {
    BigInteger full = heights.get(highest).max(BigInteger.ONE);
    return BOTTOM
        - heights.get(point).multiply(BigInteger.valueOf(HEIGHT)).divide(full).intValueExact();
  }

  private static void line(int x1, int y1, int x2, int y2, Html html) {
    html.open("line", "x1", "" + x1, "y1", "" + y1, "x2", "" + x2, "y2", "" + y2).close("line");
  }

  /** Writes a label that stays inside the chart at both ends. */
  private static void label(String styleClass, int x, int y, String text, Html html) {
    String anchor = x < WIDTH / 10 ? "start" : x > WIDTH - WIDTH / 10 ? "end" : "middle";
    html.element(
        "text", text, "class", styleClass, "x", "" + x, "y", "" + y, "text-anchor", anchor);
  }
}
