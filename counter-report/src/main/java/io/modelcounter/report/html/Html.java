package io.modelcounter.report.html;

import io.modelcounter.report.table.Characters;
import java.util.regex.Pattern;

/** Collects the text of a page; every text and every attribute value is escaped. */
final class Html {
  private static final Pattern PREFIXED = Pattern.compile("(?<=[0-9]) (?=[kKMGTPEZYRQ]i?B?\\b)");

  private final StringBuilder page = new StringBuilder();

  /** Escapes a text for element content and for quoted attribute values alike. */
  static String escape(String text) {
    String visible = Characters.escape(text, Characters::isVisible);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Escapes a JSON text so that it can stand in a script element. */
  static String escapeData(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  /** Keeps numbers in a formula on one line with their prefixes. */
  static String joinPrefixes(String formula) {
    return PREFIXED.matcher(formula).replaceAll("\u00a0");
  }

  /** Opens an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    page.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      page.append(' ').append(attributes[i]).append("=\"");
      page.append(escape(attributes[i + 1])).append('"');
    }
    page.append('>');
    return this;
  }

  Html close(String tag) {
    page.append("</").append(tag).append('>');
    return this;
  }

  Html text(String text) {
    page.append(escape(text));
    return this;
  }

  /** Adds an element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Adds a text of the file, whose direction of writing must not reach beyond it. */
  Html name(String name) {
    return element("bdi", name);
  }

  /**
   * Adds a place for what scripts show. Without scripts it stays empty and takes no room.
   *
   * @param view what is shown there
   */
  Html view(String view) {
    return open("div", "class", "view", "data-view", view).close("div").line();
  }

  /**
   * Opens a part that scripts put something better in the place of, except in print.
   *
   * @param view what takes its place
   */
  Html openPlain(String view) {
    return open("div", "class", "plain", "data-plain", view).line();
  }

  /** Adds a line break of the source. */
  Html line() {
    page.append('\n');
    return this;
  }

  /**
   * Adds markup of our own that is not escaped: document type, style sheet, scripts, escaped data.
   */
  Html trusted(String markup) {
    page.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
