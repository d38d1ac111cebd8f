package io.modelcounter.cli;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What becomes of a command line that cannot be parsed. */
final class ParseErrors {
  private ParseErrors() {}

  /** Explains what is wrong and what may have been meant. */
  static CommandException explain(ParameterException wrong) {
    Message message =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched)
            : Message.of(Codes.COMMAND_LINE, "", String.valueOf(wrong.getMessage()))
                .withHint(readOn(wrong.getCommandLine()));
    return new CommandException(ExitCode.USAGE, message, wrong);
  }

  private static Message unmatched(UnmatchedArgumentException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> unmatched = wrong.getUnmatched();
    String word = unmatched.isEmpty() ? "" : unmatched.get(0);
    if (wrong.isUnknownOption()) {
      return message("there is no option \"" + word + "\"", word, options(command), command);
    }
    if (command.getSubcommands().isEmpty()) {
      return Message.of(Codes.COMMAND_LINE, "", "\"" + word + "\" is one argument too many")
          .withHint(readOn(command));
    }
    String text = "there is no command \"" + word + "\"";
    if (isFile(word)) {
      return Message.of(Codes.COMMAND_LINE, "", text)
          .withHint("to analyse the file: " + command.getCommandName() + " analyze " + word);
    }
    return message(text, word, command.getSubcommands().keySet(), command);
  }

  private static Message message(
      String text, String word, Collection<String> words, CommandLine command) {
    String hint =
        Suggestions.nearest(word, words)
            .map(near -> "did you mean " + near + "?")
            .orElse(readOn(command));
    return Message.of(Codes.COMMAND_LINE, "", text).withHint(hint);
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .toList();
  }

  private static boolean isFile(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException notAName) {
      return false;
    }
  }

  private static String readOn(CommandLine command) {
    return "see '" + command.getCommandSpec().qualifiedName() + " --help'";
  }
}
