package io.modelcounter.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks where external data lies. The files are never opened; only their size is asked, and only
 * where they lie in the directory of the model.
 */
final class ExternalData {
  private static final String MEMORY_MARKER = "_ORT_MEM_ADDR_";
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final long MISSING = -1;

  private final Optional<Path> model;
  private final Findings findings;
  private final Map<String, Long> sizes = new HashMap<>();
  private long total;

  /**
   * Checker for one model.
   *
   * @param model file of the model, if it is one
   * @param findings told what is missing
   */
  ExternalData(Optional<Path> model, Findings findings) {
    this.model = model;
    this.findings = findings;
  }

  /** Bytes of all external tensors so far. */
  long total() {
    return total;
  }

  /**
   * Checks one tensor.
   *
   * @param wire where it was read
   * @param tensor its name
   * @param entries what the model says about its place
   * @param implied bytes that its type implies
   * @return its bytes
   */
  long bytes(WireReader wire, String tensor, ExternalEntries entries, double implied) {
    String location = entries.location();
    checkPath(wire, tensor, location);
    if (entries.others() > 0) {
      findings.warn(
          "W0511", tensor, entries.others() + " unknown entries about external data are ignored");
    }
    long offset = entries.offset(wire);
    long declared = entries.length(wire);
    if (declared >= 0 && implied > 0 && declared != implied) {
      throw wire.fail(
          "E0505",
          "the tensor \""
              + tensor
              + "\" takes "
              + (long) implied
              + " bytes, its external data has "
              + declared);
    }
    if (implied >= Long.MAX_VALUE - offset) {
      throw wire.fail("E0505", "the external data of \"" + tensor + "\" ends beyond 2^63 bytes");
    }
    long bytes = declared >= 0 ? declared : (long) implied;
    long size = size(wire, tensor, location);
    if (size != MISSING && bytes > size - offset) {
      findings.warn(
          "W0505",
          tensor,
          "its external data ends at byte " + (offset + bytes) + " of a file of " + size);
    }
    total += bytes;
    return bytes;
  }

  private static void checkPath(WireReader wire, String tensor, String location) {
    String subject = "the external data of \"" + tensor + "\"";
    if (location.isEmpty() || location.equals(".")) {
      throw wire.fail("E0502", subject + " is in no file");
    }
    if (location.contains(MEMORY_MARKER)) {
      throw wire.fail("E0501", subject + " is said to lie in memory, which no file can say");
    }
    boolean control = location.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    if (control || location.length() > Limits.PATH_BYTES) {
      throw wire.fail("E0501", subject + " has a path with control characters or too long");
    }
    String path = location.replace('\\', '/');
    boolean inside = !path.startsWith("/") && path.indexOf(':') < 0;
    for (String name : path.split("/", -1)) {
      inside &= !name.equals("..") && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
    if (!inside) {
      throw wire.fail(
          "E0501", subject + " lies outside the directory of the model: \"" + location + "\"");
    }
  }

  private long size(WireReader wire, String tensor, String location) {
    Long known = sizes.get(location);
    if (known == null) {
      if (sizes.size() == Limits.EXTERNAL_FILES) {
        throw wire.fail(
            "E0411", "external data lies in more than " + Limits.EXTERNAL_FILES + " files");
      }
      known = model.isPresent() ? ask(wire, tensor, model.get(), location) : MISSING;
      sizes.put(location, known);
    }
    return known;
  }

  private long ask(WireReader wire, String tensor, Path file, String location) {
    try {
      Path absolute = file.toAbsolutePath();
      Path real = absolute.resolveSibling(location).toRealPath();
      boolean inside =
          real.startsWith(directory(absolute).toRealPath())
              || real.startsWith(directory(absolute.toRealPath()));
      if (!inside || !Files.isRegularFile(real)) {
        throw wire.fail(
            "E0502",
            "\"" + location + "\" is " + (inside ? "no regular file" : "a link to elsewhere"));
      }
      return Files.size(real);
    } catch (NoSuchFileException e) {
      findings.info(
          "W0504", tensor, "the file \"" + location + "\" is not there; only weights are missing");
    } catch (IOException | InvalidPathException e) {
      findings.warn(
          "W0504", tensor, "the size of \"" + location + "\" is not known: " + e.getMessage());
    }
    return MISSING;
  }

  private static Path directory(Path absolute) {
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }
}
