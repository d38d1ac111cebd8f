package io.modelcounter.core;

import java.util.Collection;
import java.util.List;

/** An option names a plugin that is not there. */
public final class UnknownPluginException extends OptionException {
  private static final long serialVersionUID = 1L;

  /** Id that no plugin has. */
  private final String id;

  private final transient List<String> known;

  /**
   * Makes the exception.
   *
   * @param id the id that no plugin has
   * @param known ids of the plugins that there are
   */
  public UnknownPluginException(String id, Collection<String> known) {
    super("there is no plugin \"" + id + "\"; there are " + String.join(", ", known));
    this.id = id;
    this.known = List.copyOf(known);
  }

  /**
   * The id that no plugin has.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Ids of the plugins that there are.
   *
   * @return the ids
   */
  public List<String> known() {
    return known;
  }
}
