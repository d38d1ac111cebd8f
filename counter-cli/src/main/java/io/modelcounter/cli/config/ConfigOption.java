package io.modelcounter.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option that can have a value from a file or from the environment.
 *
 * @param key its name in files
 * @param form what its values look like
 * @param words what its values can be, if there are few
 * @param isList whether it can have several values
 * @param isTrusted whether the file of a project must not set it unless it is trusted
 * @param spec the option itself
 */
record ConfigOption(
    String key, Form form, List<String> words, boolean isList, boolean isTrusted, OptionSpec spec) {
  private static final String PREFIX = "MODELCOUNTER_";
  private static final Pattern INT = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern LONG = Pattern.compile("-?[0-9]{1,18}");

  /** What a value looks like. */
  enum Form {
    FLAG,
    INTEGER,
    WORD,
    TEXT
  }

  static ConfigOption of(String key, boolean isTrusted, OptionSpec spec) {
    Class<?> type = spec.type();
    boolean isList = spec.isMultiValue();
    List<String> words =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList()
            : List.of();
    return new ConfigOption(key, form(type), words, isList, isTrusted, spec);
  }

  private static Form form(Class<?> type) {
    if (type == boolean.class) {
      return Form.FLAG;
    }
    if (type == int.class || type == Long.class) {
      return Form.INTEGER;
    }
    return type.isEnum() ? Form.WORD : Form.TEXT;
  }

  /** The variable of the environment that sets it. */
  String variable() {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What is wrong with a value, if anything is. */
  Optional<String> complaint(String value) {
    boolean isRight =
        switch (form) {
          case FLAG -> value.equals("true") || value.equals("false");
          case INTEGER -> (spec.type() == int.class ? INT : LONG).matcher(value).matches();
          case WORD -> words.contains(value);
          case TEXT -> true;
        };
    return isRight ? Optional.empty() : Optional.of("expected " + expected());
  }

  private String expected() {
    return switch (form) {
      case FLAG -> "true or false";
      case INTEGER -> "an integer";
      case WORD -> "one of " + String.join(", ", words);
      case TEXT -> "a text";
    };
  }

  /** What it has if nobody says anything. */
  List<String> defaults() {
    Object value = spec.defaultValue() == null ? spec.initialValue() : spec.defaultValue();
    return value == null || isList ? List.of() : List.of(value.toString());
  }

  /** The values as the option keeps them. */
  Object converted(List<String> values) {
    return isList ? values : converted(values.get(0));
  }

  private Object converted(String value) {
    return switch (form) {
      case FLAG -> Boolean.valueOf(value);
      case INTEGER -> integer(value);
      case WORD -> spec.type().getEnumConstants()[words.indexOf(value)];
      case TEXT -> value;
    };
  }

  private Object integer(String value) {
    if (spec.type() == int.class) {
      return Integer.valueOf(value);
    }
    return Long.valueOf(value);
  }
}
