package io.modelcounter.spi;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin jar says of itself in {@value #ENTRY}, to be read before any of its classes.
 *
 * <p>It is a text of properties in UTF-8: {@code id}, {@code version} (a semantic one) and {@code
 * api} (an {@link ApiRange}) are required; {@code java} (the release of Java that is needed),
 * {@code title}, {@code vendor}, {@code license} and {@code domains} (operator domains that the
 * plugin may serve, with commas between them) are not.
 */
public final class PluginDescriptor {
  /** Its name in a jar. */
  public static final String ENTRY = "META-INF/modelcounter-plugin.properties";

  private static final List<String> KEYS =
      List.of("id", "version", "api", "java", "title", "vendor", "license", "domains");

  private static final String RESERVED = "modelcounter";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Pattern JAVA = Pattern.compile("[1-9][0-9]{0,3}");

  /** Semantic versions as semver.org writes them. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}"
              + "(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

  private static final int LONGEST_TEXT = 500;

  private final String id;
  private final String version;
  private final ApiRange api;
  private final OptionalInt java;
  private final Set<String> domains;
  private final Map<String, String> details;
  private final List<String> unknownKeys;

  private PluginDescriptor(
      String id,
      String version,
      ApiRange api,
      OptionalInt java,
      Set<String> domains,
      Map<String, String> details,
      List<String> unknownKeys) {
    this.id = id;
    this.version = version;
    this.api = api;
    this.java = java;
    this.domains = domains;
    this.details = details;
    this.unknownKeys = unknownKeys;
  }

  /**
   * Reads a descriptor.
   *
   * @param content bytes of the file
   * @return the descriptor
   * @throws IllegalArgumentException if it cannot be read, or something is missing or wrong
   */
  public static PluginDescriptor parse(byte[] content) {
    Map<String, String> entries = entries(content);
    String id = required(entries, "id");
    requireId(id);
    String version = required(entries, "version");
    requireVersion(version);
    ApiRange api = api(required(entries, "api"));
    OptionalInt java = java(entries.get("java"));
    Set<String> domains = domains(entries.get("domains"));
    Map<String, String> details = new LinkedHashMap<>();
    for (String key : KEYS) {
      String text = entries.remove(key);
      if (text != null && !text.isEmpty()) {
        details.put(key, text);
      }
    }
    return new PluginDescriptor(
        id,
        version,
        api,
        java,
        domains,
        Collections.unmodifiableMap(details),
        List.copyOf(new TreeSet<>(entries.keySet())));
  }

  /**
   * Checks an id that a plugin of others gives itself.
   *
   * @param id the id
   * @throws IllegalArgumentException if it is malformed or reserved
   */
  public static void requireId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id: \""
              + id
              + "\" is no id: 1 to 64 lower-case letters, digits, dots and hyphens, the first one"
              + " a letter or digit");
    }
    if (isReserved(id)) {
      throw new IllegalArgumentException(
          "id: \"" + id + "\" is reserved for what comes with ModelCounter");
    }
  }

  /**
   * Checks a version that a plugin gives itself.
   *
   * @param version the version
   * @throws IllegalArgumentException if it is no semantic version
   */
  public static void requireVersion(String version) {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "version: \"" + version + "\" is no version such as 1.0.0");
    }
  }

  /**
   * Tells whether an id belongs to what comes with ModelCounter.
   *
   * @param id an id
   * @return true for {@code modelcounter} and for what begins with {@code modelcounter.}
   */
  public static boolean isReserved(String id) {
    return id.equals(RESERVED) || id.startsWith(RESERVED + ".");
  }

  /**
   * Id of the plugin.
   *
   * @return what {@link CounterPlugin#id} must return too
   */
  public String id() {
    return id;
  }

  /**
   * Version of the plugin.
   *
   * @return a semantic version
   */
  public String version() {
    return version;
  }

  /**
   * Versions of the API that the plugin works with.
   *
   * @return the range
   */
  public ApiRange api() {
    return api;
  }

  /**
   * Release of Java that the plugin needs.
   *
   * @return for example 21; empty if it does not say
   */
  public OptionalInt java() {
    return java;
  }

  /**
   * Operator domains that the plugin may serve.
   *
   * @return the domains in alphabetical order; empty if it does not say
   */
  public Set<String> domains() {
    return domains;
  }

  /**
   * All that is written there under keys that are known.
   *
   * @return texts by key
   */
  public Map<String, String> details() {
    return details;
  }

  /**
   * Keys that mean nothing.
   *
   * @return the keys in alphabetical order
   */
  public List<String> unknownKeys() {
    return unknownKeys;
  }

  private static Map<String, String> entries(byte[] content) {
    Map<String, String> entries = new LinkedHashMap<>();
    Properties reader =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            if (entries.put((String) key, ((String) value).strip()) != null) {
              throw new IllegalArgumentException(key + " is given twice");
            }
            return null;
          }
        };
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      reader.load(new StringReader(text));
    } catch (CharacterCodingException invalid) {
      throw new IllegalArgumentException("it is not UTF-8 text", invalid);
    } catch (IOException impossible) {
      throw new IllegalArgumentException(String.valueOf(impossible.getMessage()), impossible);
    }
    entries.forEach(
        (key, text) -> {
          if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                key + " has more than " + LONGEST_TEXT + " characters");
          }
        });
    return entries;
  }

  private static String required(Map<String, String> entries, String key) {
    String text = entries.get(key);
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return text;
  }

  private static ApiRange api(String text) {
    try {
      return ApiRange.parse(text);
    } catch (IllegalArgumentException invalid) {
      throw new IllegalArgumentException("api: " + invalid.getMessage(), invalid);
    }
  }

  private static OptionalInt java(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!JAVA.matcher(text).matches()) {
      throw new IllegalArgumentException("java: \"" + text + "\" is no release such as 17");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static Set<String> domains(@Nullable String text) {
    List<String> domains = new ArrayList<>();
    if (text != null) {
      for (String domain : text.split(",", -1)) {
        if (!domain.isBlank()) {
          domains.add(domain.strip());
        }
      }
    }
    return Collections.unmodifiableSet(new TreeSet<>(domains));
  }
}
