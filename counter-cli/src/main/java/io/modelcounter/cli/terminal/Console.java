package io.modelcounter.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Standard streams and environment of one run of the command.
 *
 * <p>May be used from several threads. A status line on standard error gives way to everything that
 * is written.
 */
public final class Console {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final String COLUMNS_PROPERTY = "modelcounter.columns";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final StandardStreams streams;
  private final Charset charset;
  private final Map<String, String> environment;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean showsStatus;

  /**
   * Makes a console.
   *
   * @param streams the streams
   * @param charset what text is encoded in on standard output and standard error
   * @param environment environment variables
   */
  public Console(StandardStreams streams, Charset charset, Map<String, String> environment) {
    this.in = streams.in();
    this.out = new PipeStream(streams.out());
    this.err = new PrintStream(streams.err(), true, StandardCharsets.UTF_8);
    this.streams = streams;
    this.charset = charset;
    this.environment = Map.copyOf(environment);
  }

  /** The console of this process. */
  public static Console ofProcess() {
    return new Console(StandardStreams.ofProcess(), terminalCharset(), System.getenv());
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

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /**
   * Writes data to standard output as it is.
   *
   * @throws ClosedPipeException if nobody reads it any more
   * @throws IOException if writing fails
   */
  public void write(Content content) throws IOException {
    lock.lock();
    try {
      eraseStatus();
      content.writeTo(out);
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes text to standard output; what the terminal cannot show becomes ASCII.
   *
   * @throws ClosedPipeException if nobody reads it any more
   * @throws IOException if writing fails
   */
  public void print(String text) throws IOException {
    byte[] bytes = TerminalText.encode(text, charset);
    write(stream -> stream.write(bytes));
  }

  /** Writes a line to standard error; what the terminal cannot show becomes ASCII. */
  public void printError(String line) {
    lock.lock();
    try {
      eraseStatus();
      writeError(line + System.lineSeparator());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows a line on standard error, which must be a terminal, until something else is written. Does
   * nothing while something is.
   */
  public void showStatus(String line) {
    if (lock.tryLock()) {
      try {
        writeError(ERASE_LINE + line);
        showsStatus = true;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Takes the status line away, unless something is being written, which took it away. */
  public void hideStatus() {
    if (lock.tryLock()) {
      try {
        eraseStatus();
      } finally {
        lock.unlock();
      }
    }
  }

  private void eraseStatus() {
    if (showsStatus) {
      writeError(ERASE_LINE);
      showsStatus = false;
    }
  }

  private void writeError(String text) {
    byte[] bytes = TerminalText.encode(text, charset);
    err.write(bytes, 0, bytes.length);
    err.flush();
  }

  /** An environment variable that is set and not empty. */
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * How many columns a text on standard output may have: those of the terminal, as far as its
   * environment or what started the JVM tells, and enough for any text elsewhere.
   */
  public int columns() {
    if (!isTerminal(StandardStream.OUTPUT)) {
      return Integer.MAX_VALUE;
    }
    return environment("COLUMNS")
        .or(() -> Optional.ofNullable(System.getProperty(COLUMNS_PROPERTY)))
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Integer::valueOf)
        .orElse(Integer.MAX_VALUE);
  }

  /** Tells whether a person looks at a stream or types into it. */
  public boolean isTerminal(StandardStream stream) {
    return streams.terminals().contains(stream);
  }
}
