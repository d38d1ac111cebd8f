package io.modelcounter.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output, which tells a closed pipe from other failures and is never closed. */
final class PipeStream extends FilterOutputStream {
  PipeStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    try {
      out.write(value);
    } catch (IOException failure) {
      throw classified(failure);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failure) {
      throw classified(failure);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException failure) {
      throw classified(failure);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  /** Java gives the reason as a text of the operating system only: "Broken pipe" and the like. */
  private static IOException classified(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") ? new ClosedPipeException(failure) : failure;
  }
}
