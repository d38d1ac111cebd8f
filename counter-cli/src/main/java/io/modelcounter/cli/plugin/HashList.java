package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which plugin files may be used. */
final class HashList {
  private static final String OPTION = "--plugin-sha256";
  private static final int MOST_BYTES = 1 << 20;

  /** A line of {@code sha256sum}, with or without a name; a backslash marks an escaped name. */
  private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64})(\\s.*)?");

  private HashList() {}

  /**
   * Reads a list.
   *
   * @param file lines as {@code sha256sum} writes them; empty lines and those that begin with a
   *     number sign mean nothing
   * @return the hashes
   * @throws CommandException if the file cannot be read, or a line is something else
   */
  static Set<String> read(String file) {
    Set<String> hashes = new LinkedHashSet<>();
    List<String> lines = text(file).lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw refused(file, "line " + (i + 1) + " is no SHA-256", "");
        }
        hashes.add(matcher.group(1));
      }
    }
    return hashes;
  }

  private static String text(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw refused(file, "it has more than 1 MiB", "");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw refused(file, "it cannot be read", Causes.of(failure));
    } catch (InvalidPathException invalid) {
      throw refused(file, "no file can have this name", String.valueOf(invalid.getReason()));
    }
  }

  private static CommandException refused(String file, String reason, String cause) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, OPTION, "\"" + file + "\": " + reason)
            .because(cause)
            .withHint("write the list by: sha256sum *.jar > plugins.sha256"));
  }
}
