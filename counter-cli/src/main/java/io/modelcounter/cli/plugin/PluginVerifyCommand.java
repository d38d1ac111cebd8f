package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter plugin verify}. */
@Command(
    name = "verify",
    header = "Check a plugin before it is installed; its code runs.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter plugin verify target/acme.jar",
      "  modelcounter plugin verify target/acme.jar --model net.onnx",
    })
final class PluginVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ListingFormat format = new ListingFormat();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Analyse a model with the plugin and without it, and compare.")
  private @Nullable String model;

  @Parameters(
      paramLabel = "FILE",
      description = "A jar, a directory with the jars of one plugin, or a rule file.")
  private String plugin = "";

  PluginVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = format.isJson();
    Path file = Plugins.path("FILE", plugin);
    Optional<Path> sample = Optional.ofNullable(model).map(text -> Plugins.path("--model", text));
    List<Finding> findings = PluginVerification.of(file, sample);
    console.print(json ? PluginJson.verification(plugin, findings) : text(findings));
    boolean failed = findings.stream().anyMatch(Finding::isFailure);
    return (failed ? ExitCode.PLUGIN : ExitCode.OK).value();
  }

  private String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder(SafeText.escape(plugin)).append('\n');
    for (Finding finding : findings) {
      String verdict = finding.verdict().text();
      text.append("  ")
          .append(verdict)
          .append(" ".repeat(Finding.LONGEST_VERDICT - verdict.length() + 2))
          .append(SafeText.sentence(finding.rule()));
      if (!finding.details().isEmpty()) {
        text.append(": ").append(SafeText.sentence(finding.details()));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
