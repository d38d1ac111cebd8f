package io.modelcounter.cli.config;

/**
 * Where the value of an option came from.
 *
 * @param kind what kind of place
 * @param name name of the place: a file or a variable; may be empty
 */
public record Origin(Kind kind, String name) {
  /** What an option has if nobody says anything. */
  public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "");

  /** A kind of place; a later one yields to an earlier one. */
  public enum Kind {
    /** A variable of the environment. */
    ENVIRONMENT("environment"),
    /** A file that the command line names. */
    FILE("--config"),
    /** The file of the project that the working directory belongs to. */
    PROJECT("project"),
    /** The file of the user. */
    USER("user"),
    /** What an option has if nobody says anything. */
    DEFAULT("default");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kind, for people and for data. */
    public String text() {
      return text;
    }
  }

  @Override
  public String toString() {
    return name.isEmpty() ? kind.text() : kind.text() + " (" + name + ")";
  }
}
