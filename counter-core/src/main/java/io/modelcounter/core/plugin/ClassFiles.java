package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** What the first bytes of a class file say. */
final class ClassFiles {
  private static final int MAGIC = 0xCAFEBABE;

  /** Java 1 had 45, and each release since 1.2 has one more. */
  private static final int BEFORE_JAVA_1 = 44;

  private ClassFiles() {}

  /**
   * The release of Java that a class needs.
   *
   * @throws PluginException if the entry is no class
   */
  static int release(Path file, JarFile jar, ZipEntry entry) {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it does not begin as a class does");
      }
      in.readUnsignedShort(); // the minor version
      return in.readUnsignedShort() - BEFORE_JAVA_1;
    } catch (IOException damaged) {
      throw new PluginException(
          PluginCodes.FILE,
          file.toString(),
          entry.getName() + " in it is damaged",
          "build or copy the jar again",
          damaged);
    }
  }
}
