package io.modelcounter.cli.config;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.rules.document.Document;
import io.modelcounter.rules.document.DocumentException;
import io.modelcounter.rules.document.DocumentNode;
import io.modelcounter.rules.document.Listing;
import io.modelcounter.rules.document.Mapping;
import io.modelcounter.rules.document.Notation;
import io.modelcounter.rules.document.Place;
import io.modelcounter.rules.document.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file with values of options: a YAML mapping of keys to scalars or lists of scalars, and
 * nothing else.
 */
final class ConfigReader {
  private final Path file;
  private final ConfigOptions options;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private ConfigReader(Path file, ConfigOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param options what can be set
   * @return texts by key, all of them such that the options can have them
   * @throws CommandException if the file cannot be read or is something else
   */
  static Map<String, List<String>> read(Path file, ConfigOptions options) {
    ConfigReader reader = new ConfigReader(file, options);
    try {
      Document.parse(Document.bytes(file), Notation.YAML).ifPresent(reader::read);
    } catch (DocumentException wrong) {
      throw reader.refused(wrong.place(), wrong.reason(), wrong.details(), wrong);
    } catch (IOException failure) {
      throw reader.refused(Optional.empty(), "it cannot be read", Causes.of(failure), failure);
    }
    return reader.values;
  }

  private void read(DocumentNode root) {
    if (!(root instanceof Mapping mapping)) {
      throw wrong(root.place(), "expected a mapping of options to values, such as \"top: 20\"", "");
    }
    for (Mapping.Entry entry : mapping.entries()) {
      ConfigOption option = options.get(entry.key()).orElseThrow(() -> unknown(entry));
      values.put(entry.key(), texts(entry, option));
    }
  }

  private List<String> texts(Mapping.Entry entry, ConfigOption option) {
    if (!(entry.value() instanceof Listing listing) || !option.isList()) {
      return List.of(text(entry.value(), option));
    }
    List<String> texts = new ArrayList<>();
    listing.items().forEach(item -> texts.add(text(item, option)));
    return texts;
  }

  private String text(DocumentNode node, ConfigOption option) {
    if (!(node instanceof Scalar scalar) || scalar.kind() == Scalar.Kind.NULL) {
      String several = option.isList() ? " or a list of values" : "";
      throw wrong(node.place(), "\"" + option.key() + "\": expected a value" + several, "");
    }
    option
        .complaint(scalar.text())
        .ifPresent(
            complaint -> {
              throw wrong(
                  node.place(),
                  "\"" + option.key() + "\": \"" + scalar.text() + "\": " + complaint,
                  "");
            });
    return scalar.text();
  }

  private CommandException unknown(Mapping.Entry entry) {
    String hint =
        options
            .nearest(entry.key())
            .map(near -> "did you mean " + near + "?")
            .orElse("'modelcounter config show' lists all options");
    return wrong(entry.place(), "there is no option \"" + entry.key() + "\"", hint);
  }

  private CommandException wrong(Place place, String reason, String hint) {
    return CommandException.usage(
        Message.of(Codes.CONFIGURATION, file.toString(), reason).at(line(place)).withHint(hint));
  }

  private CommandException refused(
      Optional<Place> place, String reason, String cause, Throwable thrown) {
    return new CommandException(
        ExitCode.USAGE,
        Message.of(Codes.CONFIGURATION, file.toString(), reason)
            .at(place.map(ConfigReader::line).orElse(""))
            .because(cause),
        thrown);
  }

  private static String line(Place place) {
    return "line " + place.line();
  }
}
