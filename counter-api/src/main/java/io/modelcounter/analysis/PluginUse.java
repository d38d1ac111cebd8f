package io.modelcounter.analysis;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plugin that took part in an analysis, and how much of it it counted. */
public final class PluginUse {

  /** Where a plugin comes from. */
  public enum Origin {
    /** It comes with ModelCounter. */
    BUILT_IN("built-in"),
    /** A jar, or a directory with jars. */
    JAR("jar"),
    /** A file of rules. */
    RULES("rules");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /**
     * Name in reports.
     *
     * @return lower-case words
     */
    public String text() {
      return text;
    }
  }

  private final String id;
  private final String version;
  private final Origin origin;
  private final @Nullable String file;
  private final @Nullable String sha256;
  private final int layers;

  private PluginUse(
      String id,
      String version,
      Origin origin,
      @Nullable String file,
      @Nullable String sha256,
      int layers) {
    this.id = Objects.requireNonNull(id);
    this.version = Objects.requireNonNull(version);
    this.origin = Objects.requireNonNull(origin);
    this.file = file;
    this.sha256 = sha256;
    this.layers = layers;
  }

  /**
   * Use of a plugin; for the engine.
   *
   * @param origin where it comes from
   * @param id its id
   * @param version its version
   * @param layers how many layers it counted
   * @return the use
   */
  public static PluginUse of(Origin origin, String id, String version, int layers) {
    return new PluginUse(id, version, origin, null, null, layers);
  }

  /**
   * The same use with the file that the plugin was read from.
   *
   * @param name name of the file, without its directory
   * @param hash SHA-256 of its content, in hexadecimal digits; of a directory with several jars,
   *     that of the list of their hashes; empty if it was not asked for
   * @return the new use
   */
  public PluginUse from(String name, Optional<String> hash) {
    return new PluginUse(id, version, origin, name, hash.orElse(null), layers);
  }

  /**
   * Id of the plugin, as layers name it.
   *
   * @return for example {@code modelcounter}
   */
  public String id() {
    return id;
  }

  /**
   * Version of the plugin.
   *
   * @return that of ModelCounter for what is built in
   */
  public String version() {
    return version;
  }

  /**
   * Where it comes from.
   *
   * @return the origin
   */
  public Origin origin() {
    return origin;
  }

  /**
   * Name of its file, without the directory.
   *
   * @return the name; empty for what is built in
   */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /**
   * SHA-256 of its file, in hexadecimal digits.
   *
   * @return the hash; empty for what is built in or lies on the class path
   */
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256);
  }

  /**
   * How many layers it counted.
   *
   * @return the number of layers that name it; may be 0
   */
  public int layers() {
    return layers;
  }

  @Override
  public String toString() {
    return id + " " + version + " (" + (file == null ? origin.text() : file) + ")";
  }
}
