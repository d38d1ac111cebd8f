package io.modelcounter.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of the page.
 *
 * @param text its text
 */
record StyleSheet(String text) {
  private static final String RESOURCE = "report.css";

  static StyleSheet load() throws IOException {
    try (InputStream resource = StyleSheet.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IOException(
            "The jar of the reports lacks " + RESOURCE + "; install ModelCounter anew.");
      }
      return new StyleSheet(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Names this style sheet in a content security policy. */
  String source() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
