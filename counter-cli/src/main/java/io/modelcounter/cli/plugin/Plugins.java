package io.modelcounter.cli.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.cli.plugin.PluginPlaces.Place;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginSet;
import io.modelcounter.core.UnknownPluginException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Loads the plugins that a command line asks for, and those that are installed. */
public final class Plugins {
  private Plugins() {}

  /**
   * Loads plugins, and says what is odd about them.
   *
   * @param request what was asked for
   * @param console where the environment is taken from
   * @param messages receives warnings
   * @return the plugins, to be closed when they are no longer used
   * @throws CommandException if the request is wrong
   * @throws PluginException if a plugin cannot be used
   */
  public static PluginSet load(PluginRequest request, Console console, Messages messages) {
    PluginSet plugins = make(request, console, PluginSet.Builder::load);
    plugins.checks().stream()
        .map(PluginCheck::warnings)
        .flatMap(List::stream)
        .map(Plugins::message)
        .forEach(messages::warning);
    return plugins;
  }

  /** Loads the plugins that can be used, and keeps what is wrong with the others. */
  static PluginSet loadUsable(PluginRequest request, Console console) {
    return make(request, console, PluginSet.Builder::loadUsable);
  }

  /** A set to which nothing but what comes with ModelCounter was added. */
  static PluginSet.Builder builtIn() {
    return PluginSet.builder().classPath(Plugins.class.getClassLoader());
  }

  private static PluginSet make(
      PluginRequest request, Console console, Function<PluginSet.Builder, PluginSet> load) {
    PluginSet.Builder plugins = builtIn();
    request.files().forEach(file -> PluginSource.add(plugins, path("--plugin", file)));
    request
        .directories()
        .forEach(directory -> PluginSource.addAll(plugins, path("--plugin-dir", directory)));
    if (!request.explicitOnly()) {
      new PluginPlaces(console).all().forEach(place -> add(plugins, place));
    }
    request.preferred().forEach(plugins::prefer);
    request.disabled().forEach(plugins::disable);
    request.hashes().map(HashList::read).ifPresent(plugins::allowOnly);
    try {
      return load.apply(plugins);
    } catch (UnknownPluginException unknown) {
      boolean isPreferred = request.preferred().contains(unknown.id());
      throw unknown(isPreferred ? "--prefer" : "--disable-plugin", unknown.id(), unknown.known());
    }
  }

  private static void add(PluginSet.Builder plugins, Place place) {
    if (Files.isRegularFile(place.path())) {
      PluginSource.add(plugins, place.path());
    } else if (place.isRequired() || place.exists()) {
      PluginSource.addAll(plugins, place.path());
    }
  }

  /** Says that there is no plugin of an id, and what may have been meant. */
  static CommandException unknown(String option, String id, Collection<String> known) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, option, "there is no plugin \"" + id + "\"")
            .withHint(
                Suggestions.nearest(id, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", known))));
  }

  static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException invalid) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, option, "\"" + text + "\": no file can have this name")
              .because(String.valueOf(invalid.getReason())));
    }
  }

  private static Message message(Diagnostic warning) {
    return Message.of(warning.code(), warning.place(), warning.message())
        .withHint(warning.hint().orElse(""));
  }
}
