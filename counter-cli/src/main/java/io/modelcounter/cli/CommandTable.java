package io.modelcounter.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands by their names. Making all of them takes longer than most of what they do, so a
 * command line that names some gets those, and of the others no more than their names.
 */
final class CommandTable {
  /** Commands that tell of all others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  CommandTable() {}

  /** Adds a command, after those that are there. */
  CommandTable with(String name, Supplier<Object> command) {
    commands.put(name, command);
    return this;
  }

  /** Adds the commands to the one that they belong to. */
  void addTo(CommandLine root, Collection<String> arguments) {
    Set<String> named = named(List.copyOf(arguments));
    commands.forEach(
        (name, command) ->
            root.addSubcommand(
                name, named.contains(name) ? command.get() : CommandSpec.create().name(name)));
  }

  /** The commands that the arguments can be about: those they name, or all. */
  private Set<String> named(List<String> arguments) {
    Set<String> named = new HashSet<>(commands.keySet());
    named.retainAll(arguments);
    boolean isAboutSome =
        !named.contains("completion") && named.stream().anyMatch(name -> !ABOUT_ALL.contains(name));
    return isAboutSome ? named : commands.keySet();
  }
}
