package io.modelcounter.cli;

import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStreams;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands and options that there are, for tests that something says all of them. */
final class Commands {
  private Commands() {}

  /** The command line itself. */
  static CommandLine root() {
    Console console =
        new Console(
            new StandardStreams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Set.of()),
            StandardCharsets.UTF_8,
            Map.of());
    return new Application(console).commandLine(new RootCommand(console, List.of()));
  }

  /** The command line and all commands in it that are not hidden. */
  static List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>(List.of(root()));
    for (int i = 0; i < all.size(); i++) {
      all.get(i).getSubcommands().values().stream()
          .filter(command -> !command.getCommandSpec().usageMessage().hidden())
          .forEach(all::add);
    }
    return all;
  }

  /** Names of the options of a command that are not hidden. */
  static List<String> optionNames(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .toList();
  }
}
