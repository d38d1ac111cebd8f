package io.modelcounter.spi;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of the interfaces that plugins are compiled against.
 *
 * <p>A plugin that works with one version works with every later one that has the same major
 * number.
 *
 * @param major changes when plugins must be changed
 * @param minor grows when something is added
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  private static final ApiVersion CURRENT = new ApiVersion(1, 0);
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(?:\\.([0-9]{1,6}))?");

  private static final Comparator<ApiVersion> ORDER =
      Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

  /**
   * The version of this API. It is asked for by a method, because a constant would be copied into
   * the plugins.
   *
   * @return the version
   */
  public static ApiVersion current() {
    return CURRENT;
  }

  /**
   * Reads a version.
   *
   * @param text for example {@code 1.2}; {@code 1} is {@code 1.0}
   * @return the version
   * @throws IllegalArgumentException if the text is something else
   */
  public static ApiVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no version such as 1.0");
    }
    String minor = matcher.group(2);
    return new ApiVersion(
        Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
  }

  @Override
  public int compareTo(ApiVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
