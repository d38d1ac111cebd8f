package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How to make this report again. */
final class ReproduceSection implements Section {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  @Override
  public String id() {
    return "reproduce";
  }

  @Override
  public String title() {
    return "Reproduce";
  }

  @Override
  public void write(Report report, Html html) {
    html.element("p", "ModelCounter " + report.toolVersion() + " was started with").line();
    html.open("pre", "tabindex", "0").open("code").name(command(report.command()));
    html.close("code").close("pre").line();
    html.element("p", "The same model, version and options give the same bytes.").line();
    html.view("export");
  }

  /** Joins the words of a command so that a shell splits them in the same places. */
  private static String command(List<String> words) {
    return words.stream()
        .map(word -> PLAIN.matcher(word).matches() ? word : quote(word))
        .collect(Collectors.joining(" ", "modelcounter ", ""));
  }

  private static String quote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
