package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts. */
final class Usage {
  private static final List<String> SECTIONS =
      List.of(
          UsageMessageSpec.SECTION_KEY_HEADER,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST);

  private static final int WIDEST = 100;
  private static final int NARROWEST = 60;
  private static final int LONGEST_OPTIONS = 36;

  private Usage() {}

  /**
   * Gives a command's help its form: examples first, then what is used most, exit codes last.
   *
   * @param columns how wide it may be
   */
  static void arrange(CommandLine command, int columns) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage
        .width(Math.max(NARROWEST, Math.min(WIDEST, columns)))
        .longOptionsMaxWidth(LONGEST_OPTIONS)
        .sortOptions(false)
        .sortSynopsis(false)
        .abbreviateSynopsis(true)
        .synopsisHeading("%nUsage: ")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    if (!command.getCommandSpec().positionalParameters().isEmpty()) {
      usage.parameterListHeading("%n");
    }
    command.setHelpSectionKeys(SECTIONS);
    command.getSubcommands().values().forEach(inner -> arrange(inner, columns));
  }

  /** The whole help of a command. */
  static String full(CommandLine command, boolean colored) {
    return command.getUsageMessage(colors(colored));
  }

  /** What a command does, examples, and where to read on. */
  static String concise(CommandLine command, boolean colored) {
    Help help = new Help(command.getCommandSpec(), colors(colored));
    return help.header()
        + help.descriptionHeading()
        + help.description()
        + (command.getSubcommands().isEmpty() ? "" : help.commandListHeading())
        + help.commandList()
        + System.lineSeparator()
        + "All options: "
        + command.getCommandSpec().qualifiedName()
        + " --help";
  }

  private static ColorScheme colors(boolean colored) {
    return Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    Arrays.stream(ExitCode.values())
        .forEach(code -> codes.put(String.valueOf(code.value()), code.meaning()));
    return codes;
  }
}
