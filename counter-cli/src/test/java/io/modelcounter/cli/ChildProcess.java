package io.modelcounter.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Runs the command to its end. */
  public static Result run(List<Path> classPath, List<String> options, String... args)
      throws IOException, InterruptedException {
    Process process = start(Main.class, classPath, options, List.of(args));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
