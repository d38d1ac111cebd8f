package io.modelcounter.cli.plugin;

import io.modelcounter.analysis.PluginUse;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.PluginSet;
import io.modelcounter.rules.RuleFile;
import io.modelcounter.rules.RuleFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Rule files. */
final class RuleSource implements PluginSource {
  RuleSource() {}

  @Override
  public boolean accepts(Path file) {
    return RuleFile.isNamedLikeOne(file) && !Files.isDirectory(file);
  }

  @Override
  public void addTo(PluginSet.Builder plugins, Path file) {
    try {
      RuleFile rules = RuleFile.read(file);
      plugins.plugin(
          rules.plugin(),
          PluginOrigin.of(PluginUse.Origin.RULES, rules.version(), file, rules.sha256()),
          rules.details());
    } catch (NoSuchFileException missing) {
      plugins.unusable(
          new PluginException(
              Codes.PLUGIN_FILE, file.toString(), "there is no such file", "check the path"));
    } catch (IOException failure) {
      plugins.unusable(
          problem(Codes.PLUGIN_FILE, file, "it cannot be read", "check its permissions", failure));
    } catch (RuleFileException wrong) {
      plugins.unusable(
          problem(
              wrong.isForLaterVersion() ? Codes.PLUGIN_API : Codes.RULE_FILE,
              file,
              wrong.reason(),
              hint(wrong),
              wrong));
    }
  }

  @Override
  public void addAllTo(PluginSet.Builder plugins, Path directory) {
    File[] files = directory.toFile().listFiles();
    if (files != null) {
      Arrays.stream(files)
          .filter(file -> !file.isHidden())
          .map(File::toPath)
          .filter(this::accepts)
          .sorted()
          .forEach(file -> addTo(plugins, file));
    }
  }

  private static PluginException problem(
      String code, Path file, String reason, String hint, Exception cause) {
    return new PluginException(code, file.toString(), reason, hint, cause);
  }

  private static String hint(RuleFileException wrong) {
    if (wrong.isForLaterVersion()) {
      return "update ModelCounter";
    }
    return Suggestions.nearest(wrong.found(), wrong.known())
        .map(near -> "did you mean " + near + "?")
        .orElse("docs/rules.md says what a rule file may hold");
  }
}
