package io.modelcounter.cli.output;

import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.spi.ReportRenderer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which report of which model goes where; everything about it is checked when it is made. */
public final class OutputPlan {
  private static final String NAME = "{name}";
  private static final String PATH = "{path}";
  private static final String TEXT = "text";

  private final Optional<ReportRenderer> standardOutput;
  private final List<List<PlannedOutput>> files;

  private OutputPlan(Optional<ReportRenderer> standardOutput, List<List<PlannedOutput>> files) {
    this.standardOutput = standardOutput;
    this.files = files;
  }

  /**
   * Plans the outputs of a run.
   *
   * @param requests what was asked for
   * @param models the models, in order
   * @param renderers the formats there are
   * @throws CommandException if outputs contradict each other or a model, or if a report could not
   *     be written where it shall be
   */
  public static OutputPlan of(
      List<OutputRequest> requests, List<ModelSource> models, Renderers renderers) {
    Optional<ReportRenderer> standardOutput = Optional.empty();
    List<List<PlannedOutput>> files = new ArrayList<>();
    models.forEach(model -> files.add(new ArrayList<>()));
    Set<Path> taken = new HashSet<>();
    ModelPlaces places = ModelPlaces.of(models);
    for (OutputRequest request : requests) {
      ReportRenderer renderer = renderers.of(request.format());
      if (request.isStandardOutput()) {
        requireOneDocument(request, models, standardOutput.isPresent());
        standardOutput = Optional.of(renderer);
        continue;
      }
      requireName(request, models);
      for (int i = 0; i < models.size(); i++) {
        Path target = target(request, models.get(i));
        claim(taken, target, request);
        OutputFiles.check(target, places);
        files.get(i).add(new PlannedOutput(renderer, target));
      }
    }
    return new OutputPlan(standardOutput, files);
  }

  /** What writes to standard output. */
  public Optional<ReportRenderer> standardOutput() {
    return standardOutput;
  }

  /** The files to write for a model. */
  public List<PlannedOutput> files(int model) {
    return List.copyOf(files.get(model));
  }

  private static void requireOneDocument(
      OutputRequest request, List<ModelSource> models, boolean isTaken) {
    if (isTaken) {
      throw CommandException.usage(
          Message.of(Codes.OUTPUT_CONFLICT, "", "only one report can go to standard output")
              .withHint("give the others a file, for example --output json=report.json"));
    }
    if (models.size() > 1 && !request.format().equals(TEXT)) {
      throw CommandException.usage(
          Message.of(
                  Codes.OUTPUT_CONFLICT,
                  "",
                  "standard output takes one " + request.format() + " report, not " + models.size())
              .withHint(
                  "write a file for each model: --output "
                      + request.format()
                      + "="
                      + NAME
                      + "."
                      + request.format()));
    }
  }

  private static void requireName(OutputRequest request, List<ModelSource> models) {
    boolean isOne = !request.target().contains(NAME) && !request.target().contains(PATH);
    if (models.size() > 1 && isOne) {
      throw CommandException.usage(
          Message.of(
                  Codes.OUTPUT_CONFLICT,
                  request.target(),
                  "the reports of " + models.size() + " models would overwrite each other")
              .withHint("put " + NAME + " into the path; it becomes the name of the model"));
    }
  }

  /** The path of a report of a model. */
  static Path target(OutputRequest request, ModelSource model) {
    String path =
        request.target().replace(NAME, FileNames.name(model)).replace(PATH, FileNames.path(model));
    try {
      return Path.of(path);
    } catch (InvalidPathException invalid) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, request.target(), "no file can have this name")
              .because(String.valueOf(invalid.getReason())));
    }
  }

  private static void claim(Set<Path> taken, Path target, OutputRequest request) {
    if (!taken.add(OutputFiles.resolved(target))) {
      throw CommandException.usage(
          Message.of(Codes.OUTPUT_CONFLICT, target.toString(), "two reports would go to this file")
              .withHint(
                  request.target().contains(NAME)
                      ? "several models have this name: put " + PATH + " in place of " + NAME
                      : "give each report a file of its own"));
    }
  }
}
