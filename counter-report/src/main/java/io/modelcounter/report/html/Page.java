package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.html.data.PageData;
import java.util.List;

/** The frame of the page: head, heading, table of contents, sections, data, scripts. */
final class Page {
  private final Asset style;
  private final Asset theme;
  private final Asset script;

  Page(Asset style, Asset theme, Asset script) {
    this.style = style;
    this.theme = theme;
    this.script = script;
  }

  String write(Report report, List<Section> all) {
    List<Section> sections = all.stream().filter(section -> section.appears(report)).toList();
    Html html = new Html();
    String model = report.analysis().origin().name();
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    head(model, html);
    html.open("body").line();
    html.element("a", "Skip to the report", "class", "skip", "href", "#report").line();
    html.open("header").element("p", "ModelCounter report", "class", "kind");
    html.open("h1").name(model).close("h1").close("header").line();
    contents(sections, html);
    html.open("main", "id", "report").line();
    for (Section section : sections) {
      section(section, report, html);
    }
    html.close("main").line();
    html.element("footer", "ModelCounter " + report.toolVersion()).line();
    html.open("script", "type", "application/json", "id", "data");
    html.trusted(Html.escapeData(PageData.of(report.analysis()))).close("script").line();
    html.open("script").trusted(script.text()).close("script").line();
    html.close("body").close("html").line();
    return html.toString();
  }

  private void head(String model, Html html) {
    html.open("head").line();
    html.open("meta", "charset", "utf-8").line();
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy()).line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    html.element("title", "Cost of " + model).line();
    html.open("style").trusted(style.text()).close("style").line();
    html.open("script").trusted(theme.text()).close("script").line();
    html.close("head").line();
  }

  private String policy() {
    return "default-src 'none'; script-src "
        + theme.source()
        + " "
        + script.source()
        + "; style-src "
        + style.source()
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static void contents(List<Section> sections, Html html) {
    html.open("nav", "id", "contents", "aria-label", "Sections").open("ul");
    for (Section section : sections) {
      html.open("li").element("a", section.title(), "href", "#" + section.id()).close("li");
    }
    html.close("ul").close("nav").line();
  }

  private static void section(Section section, Report report, Html html) {
    String heading = section.id() + "-heading";
    html.open("section", "id", section.id(), "aria-labelledby", heading).line();
    html.element("h2", section.title(), "id", heading).line();
    section.write(report, html);
    html.close("section").line();
  }
}
