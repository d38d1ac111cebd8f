package io.modelcounter.cli.output;

import io.modelcounter.cli.input.ModelSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a part of a file name from the name of a model. */
final class FileNames {
  private static final int LONGEST = 100;
  private static final Pattern SUFFIX = Pattern.compile("(?i)\\.(onnx|json)$");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  /** Names that Windows keeps for devices, with any suffix. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /**
   * The name of a model for use in a path.
   *
   * @return the file name without {@code .onnx} or {@code .json}, of at most {@value #LONGEST}
   *     letters, digits, dots, hyphens and underscores, and no dot or hyphen first
   */
  static String name(ModelSource model) {
    return safe(model.file().map(FileNames::lastPart).orElse(model.name()));
  }

  /**
   * The path of a model, as it was given, for use as a name.
   *
   * @return all its parts joined by underscores; otherwise as {@link #name}, but a long one loses
   *     its beginning
   */
  static String path(ModelSource model) {
    return safe(model.file().map(FileNames::joined).orElse(model.name()));
  }

  private static String lastPart(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String joined(Path file) {
    List<String> parts = new ArrayList<>();
    file.normalize().forEach(part -> parts.add(part.toString()));
    String all = String.join("_", parts);
    return all.substring(Math.max(0, all.length() - LONGEST));
  }

  private static String safe(String text) {
    String name = UNSAFE.matcher(SUFFIX.matcher(text).replaceFirst("")).replaceAll("_");
    if (name.length() > LONGEST) {
      name = name.substring(0, LONGEST);
    }
    boolean reserved = DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    if (name.isEmpty() || reserved) {
      return "_" + name;
    }
    return name.startsWith(".") || name.startsWith("-") ? "_" + name.substring(1) : name;
  }
}
