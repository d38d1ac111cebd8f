package io.modelcounter.cli;

import io.modelcounter.cli.conformance.Corpus;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import io.modelcounter.cli.terminal.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs the command in this process and keeps what it writes. */
public final class CommandRunner {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Charset charset = StandardCharsets.UTF_8;
  private byte[] in = new byte[0];
  private Set<StandardStream> terminals = Set.of();

  /**
   * What a run did.
   *
   * @param exitCode the exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Result(int exitCode, String out, String err) {}

  /** Runs the command with an empty environment. */
  public static Result run(Object... args) {
    return new CommandRunner().start(args);
  }

  /** The path of a model with a single layer. */
  public static Path unit(String name) {
    return Corpus.repository().resolve("fixtures/exported/units").resolve(name + ".onnx");
  }

  /** Sets an environment variable. */
  public CommandRunner with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Sets the encoding of the terminal. */
  public CommandRunner with(Charset newCharset) {
    charset = newCharset;
    return this;
  }

  /** Lets a person look on. */
  public CommandRunner interactive() {
    return withTerminals(StandardStream.values());
  }

  /** Makes some of the streams a terminal. */
  public CommandRunner withTerminals(StandardStream... streams) {
    terminals = Set.of(streams);
    return this;
  }

  /** Sets what is on standard input. */
  public CommandRunner withInput(byte[] bytes) {
    in = bytes.clone();
    return this;
  }

  /** Runs the command. */
  public Result start(Object... args) {
    return start(out, args);
  }

  /** Runs the command with another standard output. */
  public Result start(OutputStream otherOut, Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    StandardStreams streams =
        new StandardStreams(new ByteArrayInputStream(in), otherOut, err, terminals);
    Console console = new Console(streams, charset, environment);
    int exitCode = new Application(console).run(words);
    return new Result(exitCode, out.toString(charset), err.toString(charset));
  }
}
