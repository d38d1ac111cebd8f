package io.modelcounter.cli;

import java.util.Map;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Keeps {@code --fail-on-unknown net.onnx} from taking the model for the limit: a word that follows
 * without an equals sign is the value only if it is a number or a percentage. The option's fallback
 * value is what it means without one.
 */
final class OptionalValue implements IParameterPreprocessor {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?%?");

  OptionalValue() {}

  @Override
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    boolean attached = "=".equals(info.get("separator"));
    if (!attached && (args.isEmpty() || !NUMBER.matcher(args.peek()).matches())) {
      args.push(((OptionSpec) option).fallbackValue());
    }
    return false;
  }
}
