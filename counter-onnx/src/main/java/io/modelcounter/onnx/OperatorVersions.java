package io.modelcounter.onnx;

import io.modelcounter.model.OperatorId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions in which the meaning of each standard operator changed. */
public final class OperatorVersions {
  private static final String RESOURCE = "operator-versions.txt";
  private static final OperatorVersions STANDARD = load();

  private final Map<String, Map<String, int[]>> versions = new HashMap<>();
  private int newest;

  private OperatorVersions() {}

  /**
   * The operators of the ONNX specification.
   *
   * @return the table
   */
  public static OperatorVersions standard() {
    return STANDARD;
  }

  /** Newest version of the default domain in which an operator changed. */
  int newest() {
    return newest;
  }

  /**
   * All versions of an operator.
   *
   * @param domain domain
   * @param name operator name
   * @return the versions in which its meaning changed, in ascending order; empty if the operator is
   *     not known
   */
  public List<Integer> of(String domain, String name) {
    int[] known = find(domain, name);
    return known == null ? List.of() : Arrays.stream(known).boxed().toList();
  }

  /**
   * The version since which the meaning in force holds.
   *
   * @param domain domain
   * @param name operator name
   * @param imported version of the domain that is in force
   * @return the greatest version not above the imported one; the imported one if there is none or
   *     the operator is not known
   */
  int inForce(String domain, String name, int imported) {
    int[] known = find(domain, name);
    int found = imported;
    for (int version : known == null ? new int[0] : known) {
      if (version <= imported) {
        found = version;
      }
    }
    return found;
  }

  private int @Nullable [] find(String domain, String name) {
    Map<String, int[]> operators = versions.get(domain);
    return operators == null ? null : operators.get(name);
  }

  private static OperatorVersions load() {
    OperatorVersions table = new OperatorVersions();
    try (InputStream stream = OperatorVersions.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        table.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String line) {
    String[] words = line.split(" ", -1);
    int[] since = new int[words.length - 2];
    for (int i = 0; i < since.length; i++) {
      since[i] = Integer.parseInt(words[i + 2]);
      if (words[0].equals(OperatorId.ONNX)) {
        newest = Math.max(newest, since[i]);
      }
    }
    versions.computeIfAbsent(words[0], domain -> new HashMap<>()).put(words[1], since);
  }
}
