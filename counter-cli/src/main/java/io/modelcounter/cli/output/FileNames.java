package io.modelcounter.cli.output;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a part of a file name from the name of a model. */
final class FileNames {
  private static final int LONGEST = 100;
  private static final String MODEL_SUFFIX = ".onnx";
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  /** Names that Windows keeps for devices, with any suffix. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /**
   * The name of a model for use in a path.
   *
   * @return the file name without {@code .onnx}, of at most {@value #LONGEST} letters, digits,
   *     dots, hyphens and underscores, and no dot or hyphen first
   */
  static String of(Path model) {
    Path fileName = model.getFileName();
    String name = fileName == null ? "" : fileName.toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(MODEL_SUFFIX)) {
      name = name.substring(0, name.length() - MODEL_SUFFIX.length());
    }
    name = UNSAFE.matcher(name).replaceAll("_");
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
