package io.modelcounter.cli.input;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the names of models from a file or from standard input. */
final class NameList {
  private static final String OPTION = "--files-from";
  private static final int MOST_BYTES = 64 << 20;
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern ZERO = Pattern.compile("\0");

  private NameList() {}

  /**
   * Reads names.
   *
   * @param list file, or {@code -} for standard input
   * @param endsWithZero whether a zero byte ends a name instead of a line break
   * @param standardInput standard input
   * @return the names as they stand there, without empty ones
   * @throws CommandException if the list cannot be read
   */
  static List<String> read(String list, boolean endsWithZero, InputStream standardInput) {
    String text = text(bytes(list, standardInput), list);
    return (endsWithZero ? ZERO : LINE_END).splitAsStream(text).filter(n -> !n.isEmpty()).toList();
  }

  private static byte[] bytes(String list, InputStream standardInput) {
    try {
      byte[] bytes;
      if (list.equals(InputRequest.STANDARD_INPUT)) {
        bytes = standardInput.readNBytes(MOST_BYTES + 1);
      } else {
        try (InputStream in = Files.newInputStream(Path.of(list))) {
          bytes = in.readNBytes(MOST_BYTES + 1);
        }
      }
      if (bytes.length > MOST_BYTES) {
        throw refused(list, "it has more than 64 MiB", "");
      }
      return bytes;
    } catch (IOException failure) {
      throw refused(list, "it cannot be read", Causes.of(failure));
    } catch (InvalidPathException invalid) {
      throw refused(list, "no file can have this name", String.valueOf(invalid.getReason()));
    }
  }

  private static String text(byte[] bytes, String list) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException invalid) {
      throw refused(list, "it is not UTF-8 text", "");
    }
  }

  private static CommandException refused(String list, String reason, String cause) {
    return CommandException.usage(
        Message.of(Codes.NAME_LIST, OPTION, "\"" + list + "\": " + reason).because(cause));
  }
}
