package io.modelcounter.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells one build from another by what is in its jars. Reproducible archives give every file the
 * same time, so that neither time nor size show that an installation was replaced.
 */
final class BuildId {
  private BuildId() {}

  /** A digest of the contents of files; their order does not matter. */
  static String of(List<Path> files) throws IOException {
    MessageDigest all = sha256();
    for (String digest : digests(files)) {
      all.update(digest.getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static List<String> digests(List<Path> files) throws IOException {
    String[] digests = new String[files.size()];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(files.get(i))));
    }
    return List.of(digests).stream().sorted().toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
