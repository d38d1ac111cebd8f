package io.modelcounter.core.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.PluginException;
import io.modelcounter.spi.ModelReader;
import io.modelcounter.spi.PluginDescriptor;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** What is odd about a plugin that can be used all the same. */
final class PluginRemarks {
  private static final List<String> FOREIGN_SERVICES =
      List.of(
          "META-INF/services/" + ModelReader.class.getName(),
          "META-INF/services/" + ReportRenderer.class.getName());

  private final String place;
  private final List<Diagnostic> remarks = new ArrayList<>();

  private PluginRemarks(String place) {
    this.place = place;
  }

  /**
   * Looks for what is odd.
   *
   * @param jars the plugin's jars
   * @param descriptor its descriptor
   * @return warnings
   */
  static List<Diagnostic> of(PluginJars jars, PluginDescriptor descriptor) {
    PluginRemarks remarks = new PluginRemarks(jars.place().toString());
    descriptor.unknownKeys().forEach(remarks::unknownKey);
    for (JarFile jar : jars.jars()) {
      remarks.ignoredEntries(jar);
    }
    jars.files().stream().filter(PluginRemarks::isWritableByOthers).forEach(remarks::writable);
    return remarks.remarks;
  }

  /**
   * Looks for what is odd about a file that is a plugin without classes.
   *
   * @return warnings
   */
  static List<Diagnostic> of(Path file) {
    PluginRemarks remarks = new PluginRemarks(file.toString());
    if (isWritableByOthers(file)) {
      remarks.writable(file);
    }
    return remarks.remarks;
  }

  private void unknownKey(String key) {
    add(
        PluginCodes.UNKNOWN_KEY,
        "its descriptor has the key \"" + key + "\", which means nothing",
        "correct or remove it");
  }

  private void ignoredEntries(JarFile jar) {
    if (jar.stream().anyMatch(entry -> ApiPackages.haveEntry(entry.getName()))) {
      add(
          PluginCodes.IGNORED,
          "it has classes of ModelCounter's API in it, which are ignored",
          "depend on counter-api with the scope provided");
    }
    for (String service : FOREIGN_SERVICES) {
      if (jar.getEntry(service) != null) {
        add(
            PluginCodes.IGNORED,
            "it names providers in " + service + ", which plugins cannot bring; they are ignored",
            "remove " + service);
      }
    }
  }

  private void writable(Path file) {
    add(
        PluginCodes.WRITABLE,
        "everybody on this machine may change " + file,
        "take the permission away: chmod o-w " + file.getFileName());
  }

  private static boolean isWritableByOthers(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      return view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException unreadable) {
      throw new PluginException(
          PluginCodes.FILE, file.toString(), "it cannot be read", "check the disk", unreadable);
    }
  }

  private void add(String code, String message, String hint) {
    remarks.add(Diagnostic.warning(code, place, message).withHint(hint));
  }
}
