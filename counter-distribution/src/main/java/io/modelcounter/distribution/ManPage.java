package io.modelcounter.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of a command, from what its help says. */
final class ManPage {
  private static final List<List<String>> ENVIRONMENT =
      List.of(
          List.of("JAVA_HOME", "The Java to run with, 17 or later; without it, java on PATH."),
          List.of("JDK_JAVA_OPTIONS", "Options for Java, such as -Xmx8g."),
          List.of(
              "MODELCOUNTER_ARCHIVE",
              "The first run makes an archive of the classes that a start loads, in the background,"
                  + " and later runs start faster with it. off makes and uses none; now makes it"
                  + " before the run."),
          List.of("XDG_CACHE_HOME", "Where the archive is kept (default: ~/.cache)."),
          List.of("NO_COLOR", "No colours if it is set and not empty."));

  private final CommandLine command;
  private final CommandSpec spec;
  private final UsageMessageSpec usage;

  private ManPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
    this.usage = spec.usageMessage();
  }

  /** The name of the page of a command: {@code modelcounter-analyze} of {@code analyze}. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  /** The page of a command of a version. */
  static String of(CommandLine command, String version) {
    return new ManPage(command).write("ModelCounter " + version);
  }

  private String write(String source) {
    Roff page = new Roff().title(name(command), source);
    page.section("NAME").text(name(command) + " - " + lines(usage.header()));
    page.section("SYNOPSIS").text(synopsis());
    commands(page);
    arguments(page);
    options(page);
    page.section("EXIT STATUS");
    usage.exitCodeList().forEach(page::entry);
    page.section("EXAMPLES").verbatim(lines(usage.description()));
    if (spec.parent() == null) {
      page.section("ENVIRONMENT");
      ENVIRONMENT.forEach(variable -> page.entry(variable.get(0), variable.get(1)));
    }
    page.section("SEE ALSO").text(seeAlso());
    return page.toString();
  }

  private String synopsis() {
    return new Help(spec, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).strip();
  }

  private void commands(Roff page) {
    List<CommandLine> commands = visibleCommands();
    if (!commands.isEmpty()) {
      page.section("COMMANDS");
      commands.forEach(
          each ->
              page.entry(
                  each.getCommandName(), lines(each.getCommandSpec().usageMessage().header())));
    }
  }

  private void arguments(Roff page) {
    List<PositionalParamSpec> arguments =
        spec.positionalParameters().stream().filter(argument -> !argument.hidden()).toList();
    if (!arguments.isEmpty()) {
      page.section("ARGUMENTS");
      arguments.forEach(argument -> page.entry(argument.paramLabel(), description(argument)));
    }
  }

  private void options(Roff page) {
    List<OptionSpec> options = spec.options().stream().filter(option -> !option.hidden()).toList();
    if (!options.isEmpty()) {
      page.section("OPTIONS");
      options.forEach(option -> page.entry(term(option), description(option)));
    }
  }

  private static String term(OptionSpec option) {
    String names = String.join(", ", option.names());
    if (option.arity().max() == 0) {
      return names;
    }
    String separator = option.longestName().startsWith("--") ? "=" : " ";
    String value = separator + option.paramLabel();
    return names + (option.arity().min() == 0 ? "[" + value + "]" : value);
  }

  private static String description(ArgSpec argument) {
    return lines(argument.description());
  }

  private String seeAlso() {
    List<String> pages = new ArrayList<>();
    if (spec.parent() != null) {
      pages.add(name(spec.parent().commandLine()));
    }
    visibleCommands().forEach(each -> pages.add(name(each)));
    return pages.stream().map(name -> name + "(1)").collect(Collectors.joining(", "));
  }

  private List<CommandLine> visibleCommands() {
    return command.getSubcommands().values().stream()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .distinct()
        .toList();
  }

  /** Texts of annotations, in which a percent sign stands doubled and %n ends a line. */
  private static String lines(String[] texts) {
    return Arrays.stream(texts)
        .map(text -> text.replace("%n", "\n").replace("%%", "%").stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}
