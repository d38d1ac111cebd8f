package io.modelcounter.rules;

import io.modelcounter.rules.document.Document;
import io.modelcounter.rules.document.DocumentException;
import io.modelcounter.rules.document.DocumentNode;
import io.modelcounter.rules.document.Notation;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A file that says in YAML or JSON how operators are counted and what their outputs are: a plugin
 * without Java. {@code docs/rules.md} describes what it may hold.
 */
public final class RuleFile {
  /** The version of the format that is read. */
  public static final int FORMAT = 1;

  static final List<String> KEYS =
      List.of("modelcounter", "id", "version", "title", "vendor", "license", "operators");

  private static final String FORMAT_KEY = "modelcounter";
  private static final List<String> DETAILS = List.of("title", "vendor", "license");

  private final String version;
  private final Map<String, String> details;
  private final String sha256;
  private final CounterPlugin plugin;

  private RuleFile(
      String version, Map<String, String> details, String sha256, CounterPlugin plugin) {
    this.version = version;
    this.details = Collections.unmodifiableMap(details);
    this.sha256 = sha256;
    this.plugin = plugin;
  }

  /**
   * Tells by its name whether a file is a rule file.
   *
   * @param file a file
   * @return whether its name ends as that of a YAML or JSON file
   */
  public static boolean isNamedLikeOne(Path file) {
    return Notation.of(file).isPresent();
  }

  /**
   * Reads a rule file.
   *
   * @param file the file; its name says how it is written
   * @return what it says
   * @throws IOException if it cannot be read
   * @throws RuleFileException if something is wrong with it
   */
  public static RuleFile read(Path file) throws IOException {
    byte[] content;
    try {
      content = Document.bytes(file);
    } catch (DocumentException tooLong) {
      throw RuleFileException.of(tooLong);
    }
    return parse(content, Notation.of(file).orElse(Notation.YAML));
  }

  static RuleFile parse(byte[] content, Notation notation) {
    try {
      DocumentNode root =
          Document.parse(content, notation)
              .orElseThrow(() -> RuleFileException.at(null, "the file is empty"));
      return read(root, sha256(content));
    } catch (DocumentException wrong) {
      throw RuleFileException.of(wrong);
    }
  }

  private static RuleFile read(DocumentNode root, String sha256) {
    requireFormat(root);
    Fields fields = Fields.of(root, "a rule file", KEYS);
    String id = checked(fields, "id", "an id such as acme-rules", PluginDescriptor::requireId);
    String version =
        checked(fields, "version", "a version such as 1.0.0", PluginDescriptor::requireVersion);
    Map<String, String> details = new LinkedHashMap<>();
    for (String key : DETAILS) {
      if (fields.has(key)) {
        details.put(key, fields.text(key));
      }
    }
    return new RuleFile(version, details, sha256, new RulePlugin(id, operators(fields)));
  }

  /** Before anything else: a later format may have other keys. */
  private static void requireFormat(DocumentNode root) {
    Fields all = new Fields(Fields.mapping(root, "a rule file"));
    DocumentNode node =
        all.require(FORMAT_KEY, "the version of the format, modelcounter: " + FORMAT);
    int format = Fields.integer(node, "the version of the format, " + FORMAT);
    if (format > FORMAT) {
      throw RuleFileException.later(
          node.place(), "the format of the file is " + format + ", this reads " + FORMAT);
    }
    if (format < FORMAT) {
      throw Fields.expected(node, "the version of the format, " + FORMAT);
    }
  }

  private static String checked(
      Fields fields, String key, String meaning, Consumer<String> requirement) {
    DocumentNode node = fields.require(key, meaning);
    String text = Fields.text(node, meaning);
    try {
      requirement.accept(text);
    } catch (IllegalArgumentException wrong) {
      throw RuleFileException.at(node.place(), String.valueOf(wrong.getMessage()), wrong);
    }
    return text;
  }

  private static List<OperatorRules> operators(Fields fields) {
    DocumentNode node = fields.require("operators", "a list of operators");
    List<OperatorRules> operators = new ArrayList<>();
    for (DocumentNode item : Fields.list(node, "a list of operators")) {
      OperatorRules rules = OperatorReader.read(item);
      for (OperatorRules earlier : operators) {
        if (earlier.overlaps(rules)) {
          throw RuleFileException.at(
              rules.place(), "the operator stands already at " + earlier.place());
        }
      }
      operators.add(rules);
    }
    if (operators.isEmpty()) {
      throw RuleFileException.at(node.place(), "the list is empty, expected at least one operator");
    }
    return List.copyOf(operators);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /**
   * Id of the plugin.
   *
   * @return the id
   */
  public String id() {
    return plugin.id();
  }

  /**
   * Version of the rules.
   *
   * @return a semantic version
   */
  public String version() {
    return version;
  }

  /**
   * What else the file says of itself.
   *
   * @return title, vendor and license, as far as they are there
   */
  public Map<String, String> details() {
    return details;
  }

  /**
   * SHA-256 of the file.
   *
   * @return hexadecimal digits
   */
  public String sha256() {
    return sha256;
  }

  /**
   * The rules.
   *
   * @return shape rules, counters and notes
   */
  public CounterPlugin plugin() {
    return plugin;
  }
}
