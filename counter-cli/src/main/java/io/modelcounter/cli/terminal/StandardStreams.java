package io.modelcounter.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * The streams of one run of the command.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminals those that a person looks at or types into
 */
public record StandardStreams(
    InputStream in, OutputStream out, OutputStream err, Set<StandardStream> terminals) {

  /** Makes the streams. */
  public StandardStreams {
    terminals = Set.copyOf(terminals);
  }

  /** The streams of this process. */
  static StandardStreams ofProcess() {
    return new StandardStreams(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new FileOutputStream(FileDescriptor.err),
        TerminalCheck.terminals());
  }
}
