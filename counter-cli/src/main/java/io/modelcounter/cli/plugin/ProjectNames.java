package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.PluginDescriptor;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names in a new plugin project.
 *
 * @param packageName Java package of its classes
 * @param domain domain of the operator that it counts
 * @param operator name of the operator
 * @param className name of the class that counts it, on which the other classes' names build
 * @param id id of the plugin
 */
record ProjectNames(
    String packageName, String domain, String operator, String className, String id) {
  private static final Pattern PACKAGE =
      Pattern.compile("[a-z][a-z0-9_]{0,63}(\\.[a-z][a-z0-9_]{0,63}){0,15}");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
               + " double else enum extends false final finally float for goto if implements import"
               + " instanceof int interface long native new null package private protected public"
               + " return short static strictfp super switch synchronized this throw throws"
               + " transient true try void volatile while")
              .split(" ", -1));

  private static final Pattern OPERATOR =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,99})::?([A-Za-z0-9][A-Za-z0-9_.-]{0,99})");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  /** Classes of Java and of the API that the sources of a project use by their simple names. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "(Call|Cost|CounterPlugin|Inferred|InputRole|LayerCounter|List|MatrixProduct|NamedOperator"
              + "|OperatorNote|OperatorRange|Override|Shape|ShapeRule|Size|String|Work|WorkKind)");

  /**
   * Reads the names from the command line.
   *
   * @param packageName Java package
   * @param operator text such as {@code Acme::Fused}
   * @param id id of the plugin, if it is given; otherwise the last part of the package
   * @throws CommandException if a name cannot be one
   */
  static ProjectNames of(String packageName, String operator, Optional<String> id) {
    if (!PACKAGE.matcher(packageName).matches()
        || !Collections.disjoint(KEYWORDS, List.of(packageName.split("\\.", -1)))) {
      throw wrong("--package", packageName, "is no Java package", "for example com.acme.layers");
    }
    Matcher matcher = OPERATOR.matcher(operator);
    if (!matcher.matches()) {
      throw wrong(
          "--op", operator, "is no operator with its domain", "for example Acme::FusedAttention");
    }
    String domain = matcher.group(1);
    if (domain.equals(OperatorId.ONNX) || domain.startsWith(OperatorId.ONNX + ".")) {
      throw wrong(
          "--op",
          operator,
          "is a standard operator, which ModelCounter counts itself",
          "examples/grouped-convolution shows a plugin that counts one in another way");
    }
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    String pluginId = id.orElse(last.replace('_', '-'));
    try {
      PluginDescriptor.requireId(pluginId);
    } catch (IllegalArgumentException noId) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "--id", String.valueOf(noId.getMessage()))
              .withHint("for example --id acme"));
    }
    return new ProjectNames(
        packageName, domain, matcher.group(2), className(matcher.group(2)), pluginId);
  }

  /** A class name in the words of the operator's. */
  private static String className(String operator) {
    String name =
        WORD.matcher(operator)
            .results()
            .map(
                word ->
                    word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.group().substring(1))
            .collect(Collectors.joining());
    boolean isName = Character.isLetter(name.charAt(0)) && !TAKEN.matcher(name).matches();
    return isName ? name : "Layer" + name;
  }

  private static CommandException wrong(String option, String value, String what, String hint) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, option, "\"" + value + "\" " + what).withHint(hint));
  }
}
