package io.modelcounter.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the API that a plugin works with, as its descriptor writes them: {@code [1.0,2)},
 * {@code [1.2,)} or {@code [1.0]}. A square bracket includes the end beside it, a round one does
 * not.
 */
public final class ApiRange {
  private static final Pattern FORM =
      Pattern.compile("([\\[(])\\s*([0-9.]*)\\s*(?:(,)\\s*([0-9.]*)\\s*)?([\\])])");

  private final String text;
  private final Optional<ApiVersion> low;
  private final boolean lowIncluded;
  private final Optional<ApiVersion> high;
  private final boolean highIncluded;

  private ApiRange(
      String text,
      Optional<ApiVersion> low,
      boolean lowIncluded,
      Optional<ApiVersion> high,
      boolean highIncluded) {
    this.text = text;
    this.low = low;
    this.lowIncluded = lowIncluded;
    this.high = high;
    this.highIncluded = highIncluded;
  }

  /**
   * Reads a range.
   *
   * @param text for example {@code [1.0,2)}
   * @return the range
   * @throws IllegalArgumentException if the text is none, or if no version lies in it
   */
  public static ApiRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no range such as [1.0,2)");
    }
    Optional<ApiVersion> low = end(matcher.group(2));
    Optional<ApiVersion> high = matcher.group(3) == null ? low : end(matcher.group(4));
    ApiRange range =
        new ApiRange(text, low, matcher.group(1).equals("["), high, matcher.group(5).equals("]"));
    if (range.isEmpty()) {
      throw new IllegalArgumentException("no version lies in the range \"" + text + "\"");
    }
    return range;
  }

  private static Optional<ApiVersion> end(String version) {
    return version.isEmpty() ? Optional.empty() : Optional.of(ApiVersion.parse(version));
  }

  private boolean isEmpty() {
    if (low.isEmpty() || high.isEmpty()) {
      return low.isEmpty() && high.isEmpty();
    }
    int order = low.get().compareTo(high.get());
    return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
  }

  /**
   * Tells whether a version lies in the range.
   *
   * @param version a version
   * @return whether plugins with this range work with it
   */
  public boolean contains(ApiVersion version) {
    return !isAbove(version) && !isBelow(version);
  }

  /**
   * Tells whether all versions of the range are later than one.
   *
   * @param version a version
   * @return whether plugins with this range need a later one
   */
  public boolean isAbove(ApiVersion version) {
    return low.isPresent() && low.get().compareTo(version) >= (lowIncluded ? 1 : 0);
  }

  private boolean isBelow(ApiVersion version) {
    return high.isPresent() && high.get().compareTo(version) <= (highIncluded ? -1 : 0);
  }

  /** The text that was read. */
  @Override
  public String toString() {
    return text;
  }
}
