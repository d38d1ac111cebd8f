package io.modelcounter.core;

/** The code of a plugin threw an exception that its interface does not provide for. */
public final class PluginFailureException extends PluginException {
  private static final long serialVersionUID = 1L;

  /** Code of the message that a plugin failed while a model was analysed. */
  public static final String CODE = "E0713";

  static final String HINT = "report it to whoever makes the plugin, or leave the plugin out";

  /** How messages name the plugin. */
  private final String named;

  /** Id of the plugin. */
  private final String plugin;

  /** Where in the model. */
  private final String place;

  /** Whether the plugin comes with ModelCounter. */
  private final boolean isBuiltIn;

  /**
   * Makes the exception.
   *
   * @param plugin id of the plugin
   * @param place node, or whatever else the plugin was asked about
   * @param cause what it threw
   */
  public PluginFailureException(String plugin, String place, Throwable cause) {
    this(plugin, plugin, place, false, cause);
  }

  private PluginFailureException(
      String plugin, String named, String place, boolean isBuiltIn, Throwable cause) {
    super(
        CODE,
        "",
        "plugin " + named + " failed: " + cause,
        HINT + "; to go on without what it should say: --keep-going",
        cause);
    this.plugin = plugin;
    this.named = named;
    this.place = place;
    this.isBuiltIn = isBuiltIn;
  }

  /** The same failure with what is known of the plugin. */
  PluginFailureException of(PluginInfo info) {
    Throwable cause = getCause();
    return new PluginFailureException(
        plugin, info.name(), place, info.origin().isBuiltIn(), cause == null ? this : cause);
  }

  /** What happened, with the place. */
  @Override
  public String getMessage() {
    return "plugin " + named + " failed at " + place + ": " + getCause();
  }

  /**
   * Id of the plugin.
   *
   * @return the id
   */
  public String plugin() {
    return plugin;
  }

  /**
   * What the plugin was asked about.
   *
   * @return for example {@code node "conv_7" (Conv, main #41)}
   */
  public String place() {
    return place;
  }

  /**
   * Tells whether the plugin comes with ModelCounter, which then has a bug.
   *
   * @return false for the plugins of others
   */
  public boolean isBuiltIn() {
    return isBuiltIn;
  }
}
