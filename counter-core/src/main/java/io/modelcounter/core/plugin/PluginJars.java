package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars of one plugin, open to be looked into before any class is loaded. */
final class PluginJars implements AutoCloseable {
  private static final String SUFFIX = ".jar";

  private final Path place;
  private final List<Path> files;
  private final List<JarFile> jars = new ArrayList<>();

  private PluginJars(Path place, List<Path> files) {
    this.place = place;
    this.files = files;
  }

  /**
   * Opens a plugin.
   *
   * @param place a jar, or a directory with jars
   * @throws PluginException if there is none, or one cannot be read
   */
  static PluginJars open(Path place) {
    PluginJars plugin = new PluginJars(place, files(place));
    try {
      for (Path file : plugin.files) {
        plugin.jars.add(openJar(file));
      }
      return plugin;
    } catch (PluginException broken) {
      plugin.close();
      throw broken;
    }
  }

  /** The jars in a directory, by name. */
  static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(PluginJars::isNamedLikeJar).sorted().toList();
    }
  }

  static boolean isNamedLikeJar(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    List<Path> files;
    try {
      files = in(place);
    } catch (IOException failure) {
      throw refused(place, "the directory cannot be read", "check its permissions", failure);
    }
    if (files.isEmpty()) {
      throw new PluginException(
          PluginCodes.FILE,
          place.toString(),
          "there is no jar in this directory",
          "put the jars of the plugin into it, or remove it");
    }
    return files;
  }

  private static JarFile openJar(Path file) {
    if (!Files.exists(file)) {
      boolean isLink = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      throw new PluginException(
          PluginCodes.FILE,
          file.toString(),
          isLink ? "it is a link that leads nowhere" : "there is no such file",
          "check the path");
    }
    if (!Files.isRegularFile(file)) {
      throw new PluginException(
          PluginCodes.FILE, file.toString(), "it is not a regular file", "name a jar");
    }
    if (!Files.isReadable(file)) {
      throw new PluginException(
          PluginCodes.FILE, file.toString(), "the file may not be read", "ask for the permission");
    }
    try {
      return new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
    } catch (IOException failure) {
      throw isZip(file)
          ? refused(file, "the jar is cut off or damaged", "build or copy it again", failure)
          : refused(file, "it is not a jar", "name the jar that the plugin's build made", failure);
    }
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
    } catch (IOException unreadable) {
      throw refused(file, "the file cannot be read", "check the disk", unreadable);
    }
  }

  private static PluginException refused(Path file, String reason, String hint, Throwable cause) {
    return new PluginException(PluginCodes.FILE, file.toString(), reason, hint, cause);
  }

  /** What messages name: the jar, or the directory. */
  Path place() {
    return place;
  }

  /** The files in the order in which classes are looked for. */
  List<Path> files() {
    return files;
  }

  List<JarFile> jars() {
    return jars;
  }

  /**
   * Reads an entry from every jar that has it.
   *
   * @param most the most bytes that it may have, unpacked
   * @return its content by jar
   * @throws PluginException if it is longer or cannot be read
   */
  Map<Path, byte[]> read(String name, int most) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (int i = 0; i < jars.size(); i++) {
      JarFile jar = jars.get(i);
      ZipEntry entry = jar.getEntry(name);
      if (entry != null) {
        contents.put(files.get(i), read(files.get(i), jar, entry, most));
      }
    }
    return contents;
  }

  private static byte[] read(Path file, JarFile jar, ZipEntry entry, int most) {
    byte[] content;
    try (InputStream in = jar.getInputStream(entry)) {
      content = in.readNBytes(most + 1);
    } catch (IOException | SecurityException failure) {
      throw refused(
          file, entry.getName() + " in it is damaged", "build or copy the jar again", failure);
    }
    if (content.length > most) {
      throw new PluginException(
          PluginCodes.FILE,
          file.toString(),
          entry.getName() + " in it has more than " + most + " bytes",
          "a plugin has no such entry; do not trust the jar");
    }
    return content;
  }

  @Override
  public void close() {
    for (JarFile jar : jars) {
      try {
        jar.close();
      } catch (IOException failure) {
        throw refused(place, "it cannot be closed", "check the disk", failure);
      }
    }
  }
}
