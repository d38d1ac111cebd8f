package io.modelcounter.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a class of this class path in a Java process of its own. */
public final class ChildProcess {
  private ChildProcess() {}

  /**
   * What a process did.
   *
   * @param exitCode the exit code
   * @param output what it wrote to both streams
   */
  public record Result(int exitCode, String output) {}

  /** Starts a class with further entries of the class path, JVM options and arguments. */
  public static Process start(
      Class<?> main, List<Path> classPath, List<String> options, List<String> args)
      throws IOException {
    return builder(main, classPath, options, args).start();
  }

  /** Prepares a class with further entries of the class path, JVM options and arguments. */
  static ProcessBuilder builder(
      Class<?> main, List<Path> classPath, List<String> options, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(entry -> path.append(java.io.File.pathSeparator).append(entry));
    command.add("-cp");
    command.add(path.toString());
    command.add(main.getName());
    command.addAll(args);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Runs the command to its end. */
  public static Result run(List<Path> classPath, List<String> options, String... args)
      throws IOException, InterruptedException {
    return end(start(Main.class, classPath, options, List.of(args)));
  }

  /** Runs the command to its end in a directory, with variables beside those of this process. */
  static Result runIn(Path directory, Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder builder = builder(Main.class, List.of(), List.of(), List.of(args));
    builder.environment().putAll(variables);
    return end(builder.directory(directory.toFile()).start());
  }

  private static Result end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
