package io.modelcounter.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of plugin files. */
final class PluginHash {
  private static final int BUFFER = 1 << 16;

  private PluginHash() {}

  /** Hashes by file, in the order of the files' names. */
  static Map<Path, String> of(List<Path> files) throws IOException {
    Map<Path, String> hashes = new TreeMap<>();
    for (Path file : files) {
      hashes.put(file, of(file));
    }
    return hashes;
  }

  /**
   * One hash for all: that of the only file, or that of the list that {@code sha256sum *.jar}
   * prints in the directory of the files.
   */
  static String ofAll(Map<Path, String> hashes) {
    if (hashes.size() == 1) {
      return hashes.values().iterator().next();
    }
    StringBuilder list = new StringBuilder();
    hashes.forEach(
        (file, hash) -> list.append(hash).append("  ").append(file.getFileName()).append('\n'));
    return hex(digest().digest(list.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      int read = 0;
      while (read >= 0) {
        read = in.read(buffer);
      }
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
