package io.modelcounter.cli.startup;

import io.modelcounter.cli.Application;
import io.modelcounter.cli.Main;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Runs the command in the ways that most people do, so that the classes which most runs need are
 * loaded. The launcher makes a class-data archive of them; nobody looks at the output.
 */
public final class Rehearsal {
  private final Console console;
  private final Path directory;

  /**
   * Makes a rehearsal.
   *
   * @param console where the output goes
   * @param directory where models and reports are put; they stay there
   */
  Rehearsal(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
  }

  /**
   * Runs everything once, in the current directory. A run may end badly, because of a plugin or a
   * configuration of the user for example; its classes are loaded all the same.
   *
   * @param args not used
   * @throws IOException if a model cannot be copied
   * @throws IllegalAccessException never: the class is public
   */
  public static void main(String[] args) throws IOException, IllegalAccessException {
    // What a start begins with; nothing here needs it.
    MethodHandles.lookup().ensureInitialized(Main.class);
    new Rehearsal(Console.ofProcess(), Path.of("")).run();
  }

  /**
   * Runs everything once.
   *
   * @return the exit codes
   * @throws IOException if a model cannot be copied
   */
  List<Integer> run() throws IOException {
    String convolution = model("convolution.onnx");
    String attention = model("attention.onnx");
    String recurrence = model("recurrence.onnx");
    return List.of(
        run("--help"),
        run("analyze", "--help"),
        run("analyze", convolution),
        run("analyze", convolution, "--input-shape", "input:Nx4xHxH", "-f", "csv"),
        run("analyze", attention, "-q", "-o", report("html"), "-o", report("json")),
        run("analyze", recurrence, "-f", "json"));
  }

  private String model(String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream model =
        Objects.requireNonNull(Rehearsal.class.getResourceAsStream(name), name)) {
      Files.copy(model, file);
    }
    return file.toString();
  }

  private String report(String format) {
    return format + "=" + directory.resolve("report." + format);
  }

  private int run(String... args) {
    return new Application(console).run(args);
  }
}
