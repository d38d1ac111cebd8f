package io.modelcounter.cli;

/** The version of the command. */
final class ToolVersion {
  private static final String NOT_PACKAGED = "development";

  private ToolVersion() {}

  /** The version that the manifest of the jar gives, or {@code development} outside a jar. */
  static String text() {
    String version = ToolVersion.class.getPackage().getImplementationVersion();
    return version == null ? NOT_PACKAGED : version;
  }

  /** One line that says what this is. */
  static String line() {
    return Application.NAME + " " + text() + "\n";
  }
}
