package io.modelcounter.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Standard output, standard error and the environment of one run of the command. */
public final class Console {
  private final OutputStream out;
  private final PrintStream err;
  private final Charset charset;
  private final Map<String, String> environment;
  private final boolean interactive;

  /**
   * Makes a console.
   *
   * @param out standard output
   * @param err standard error
   * @param charset what text is encoded in on both
   * @param environment environment variables
   * @param interactive whether a person looks at the streams
   */
  public Console(
      OutputStream out,
      OutputStream err,
      Charset charset,
      Map<String, String> environment,
      boolean interactive) {
    this.out = new PipeStream(out);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.charset = charset;
    this.environment = Map.copyOf(environment);
    this.interactive = interactive;
  }

  /** The console of this process. */
  public static Console ofProcess() {
    return new Console(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new FileOutputStream(FileDescriptor.err),
        terminalCharset(),
        System.getenv(),
        TerminalCheck.isInteractive());
  }

  /**
   * The encoding of the terminal. Java 17 keeps it in properties of its own where standard output
   * is a terminal, and in {@code native.encoding} otherwise.
   */
  private static Charset terminalCharset() {
    for (String property :
        new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return Charset.defaultCharset();
  }

  /** Standard output for data, which is written as it is. */
  public OutputStream out() {
    return out;
  }

  /**
   * Writes text to standard output; what the terminal cannot show becomes ASCII.
   *
   * @throws ClosedPipeException if nobody reads it any more
   * @throws IOException if writing fails
   */
  public void print(String text) throws IOException {
    out.write(TerminalText.encode(text, charset));
    out.flush();
  }

  /** Writes a line to standard error; what the terminal cannot show becomes ASCII. */
  public void printError(String line) {
    byte[] bytes = TerminalText.encode(line + System.lineSeparator(), charset);
    err.write(bytes, 0, bytes.length);
    err.flush();
  }

  /** An environment variable that is set and not empty. */
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Tells whether a person looks at the streams. */
  public boolean isInteractive() {
    return interactive;
  }
}
