package io.modelcounter.core.plugin;

/** The codes of messages about plugins. */
final class PluginCodes {
  /** A built-in plugin or a reader cannot be loaded. */
  static final String LOADING = "E0701";

  /** A file is missing, cannot be read, or is no jar. */
  static final String FILE = "E0702";

  /** A descriptor is missing or wrong. */
  static final String DESCRIPTOR = "E0703";

  /** A plugin is made for another API. */
  static final String API = "E0704";

  /** A plugin is made for a newer Java. */
  static final String JAVA = "E0705";

  /** A jar does not name one provider that it has. */
  static final String PROVIDER = "E0706";

  /** A provider cannot be made. */
  static final String CONSTRUCTION = "E0707";

  /** What a plugin offers contradicts itself or the descriptor. */
  static final String OFFER = "E0708";

  /** Two plugins have one id. */
  static final String SAME_ID = "E0709";

  /** Two plugins offer the same thing. */
  static final String CONFLICT = "E0710";

  /** A plugin would replace what is built in. */
  static final String OVERRIDE = "E0711";

  /** A jar is not one of those that are allowed. */
  static final String NOT_ALLOWED = "E0712";

  /** A jar brings what it must not, which is ignored. */
  static final String IGNORED = "W0701";

  /** A descriptor has keys that mean nothing. */
  static final String UNKNOWN_KEY = "W0702";

  /** Others may change a jar. */
  static final String WRITABLE = "W0703";

  private PluginCodes() {}
}
