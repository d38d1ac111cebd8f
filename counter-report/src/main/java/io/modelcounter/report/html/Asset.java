package io.modelcounter.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A style sheet or a script of the page.
 *
 * @param text its text
 */
record Asset(String text) {
  private static final List<String> SCRIPTS =
      List.of(
          "page.js",
          "numbers.js",
          "formulas.js",
          "data.js",
          "view.js",
          "filter.js",
          "columns.js",
          "layers.js",
          "details.js",
          "neighbours.js",
          "groups.js",
          "treemap.js",
          "memory.js",
          "scaling.js",
          "keys.js",
          "start.js");

  static Asset style() throws IOException {
    return new Asset(read("report.css"));
  }

  /** The script that runs before anything is drawn. */
  static Asset theme() throws IOException {
    return new Asset(read("script/theme.js"));
  }

  /** The scripts that run when the page is there, as one. */
  static Asset script() throws IOException {
    StringBuilder all = new StringBuilder("\"use strict\";\n(() => {\n");
    for (String name : SCRIPTS) {
      all.append(read("script/" + name)).append('\n');
    }
    return new Asset(all.append("})();\n").toString());
  }

  /** Names this asset in a content security policy. */
  String source() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream resource = Asset.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException(
            "The jar of the reports lacks " + name + "; install ModelCounter anew.");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
