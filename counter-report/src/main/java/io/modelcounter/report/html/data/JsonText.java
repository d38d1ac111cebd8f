package io.modelcounter.report.html.data;

import java.util.Collection;

/** Writes JSON without spaces. Texts must not hold control characters. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private boolean isFirst = true;

  JsonText open(char bracket) {
    separate();
    text.append(bracket);
    isFirst = true;
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    isFirst = false;
    return this;
  }

  JsonText key(String key) {
    value(key);
    text.append(':');
    isFirst = true;
    return this;
  }

  JsonText value(String value) {
    separate();
    text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    return this;
  }

  JsonText value(long value) {
    separate();
    text.append(value);
    return this;
  }

  JsonText nothing() {
    separate();
    text.append("null");
    return this;
  }

  JsonText values(Collection<Integer> values) {
    open('[');
    values.forEach(this::value);
    return close(']');
  }

  private void separate() {
    if (!isFirst) {
      text.append(',');
    }
    isFirst = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
