package io.modelcounter.core.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.spi.ApiVersion;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Looks a plugin over before any of its classes is loaded. */
final class PluginInspection {
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final String SERVICE = "META-INF/services/" + CounterPlugin.class.getName();

  private final PluginJars jars;
  private final Consumer<Diagnostic> warnings;

  /**
   * A plugin that may be loaded.
   *
   * @param files its jars
   * @param descriptor what it says of itself
   * @param origin where it comes from
   * @param provider the class to make
   */
  record Inspected(
      List<Path> files, PluginDescriptor descriptor, PluginOrigin origin, String provider) {}

  private PluginInspection(PluginJars jars, Consumer<Diagnostic> warnings) {
    this.jars = jars;
    this.warnings = warnings;
  }

  /**
   * Looks a plugin over.
   *
   * @param place a jar, or a directory with jars
   * @param policy which plugins may be used
   * @param warnings receives what is odd
   * @return the plugin; without a provider if the policy leaves it out
   * @throws PluginException if it cannot be used
   */
  static Inspected of(Path place, PluginPolicy policy, Consumer<Diagnostic> warnings) {
    try (PluginJars jars = PluginJars.open(place)) {
      return new PluginInspection(jars, warnings).inspect(policy);
    }
  }

  private Inspected inspect(PluginPolicy policy) {
    Map<Path, String> hashes = hashes();
    PluginDescriptor descriptor = descriptor();
    PluginOrigin origin =
        PluginOrigin.of(
            PluginUse.Origin.JAR, descriptor.version(), jars.place(), PluginHash.ofAll(hashes));
    if (policy.isDisabled(descriptor.id())) {
      return new Inspected(jars.files(), descriptor, origin, "");
    }
    hashes.forEach(policy::requireAllowed);
    requireApi(descriptor);
    requireJava(descriptor);
    requireOwnJarsOnly();
    String provider = provider();
    requireClass(provider);
    PluginRemarks.of(jars, descriptor).forEach(warnings);
    return new Inspected(jars.files(), descriptor, origin, provider);
  }

  private Map<Path, String> hashes() {
    try {
      return PluginHash.of(jars.files());
    } catch (IOException failure) {
      throw new PluginException(
          PluginCodes.FILE, place(), "it cannot be read", "check the disk", failure);
    }
  }

  private PluginDescriptor descriptor() {
    Map<Path, byte[]> found = jars.read(PluginDescriptor.ENTRY, LONGEST_TEXT);
    if (found.isEmpty()) {
      throw refused(
          PluginCodes.DESCRIPTOR,
          "it has no descriptor " + PluginDescriptor.ENTRY,
          "if it is a plugin, add the file with id, version and api; otherwise remove the jar from"
              + " here");
    }
    if (found.size() > 1) {
      throw refused(
          PluginCodes.DESCRIPTOR,
          "more than one of its jars has a descriptor: "
              + found.keySet().stream()
                  .map(file -> String.valueOf(file.getFileName()))
                  .collect(Collectors.joining(", ")),
          "give each plugin a directory of its own");
    }
    try {
      return PluginDescriptor.parse(found.values().iterator().next());
    } catch (IllegalArgumentException wrong) {
      throw new PluginException(
          PluginCodes.DESCRIPTOR,
          place(),
          "its descriptor is wrong: " + wrong.getMessage(),
          "correct " + PluginDescriptor.ENTRY + " and build the jar again",
          wrong);
    }
  }

  private void requireApi(PluginDescriptor descriptor) {
    ApiVersion current = ApiVersion.current();
    if (!descriptor.api().contains(current)) {
      throw refused(
          PluginCodes.API,
          "it is made for version " + descriptor.api() + " of the plugin API, this is " + current,
          descriptor.api().isAbove(current)
              ? "update ModelCounter, or use an earlier version of the plugin"
              : "update the plugin");
    }
  }

  private void requireJava(PluginDescriptor descriptor) {
    int current = Runtime.version().feature();
    if (descriptor.java().isPresent() && descriptor.java().getAsInt() > current) {
      throw needsJava("it", descriptor.java().getAsInt());
    }
  }

  private PluginException needsJava(String what, int release) {
    return refused(
        PluginCodes.JAVA,
        what + " needs Java " + release + ", this is Java " + Runtime.version().feature(),
        "run modelcounter with Java " + release + " or later (JAVA_HOME)");
  }

  /** Java would look for classes there that nobody has looked over. */
  private void requireOwnJarsOnly() {
    List<Path> own = jars.files().stream().map(file -> file.toAbsolutePath().normalize()).toList();
    for (int i = 0; i < jars.jars().size(); i++) {
      Path file = jars.files().get(i);
      for (Path named : ClassPathEntries.of(jars.jars().get(i), file)) {
        if (!own.contains(named) && Files.exists(named)) {
          throw new PluginException(
              PluginCodes.PROVIDER,
              file.toString(),
              "the Class-Path of its manifest brings in " + named,
              "put all that the plugin needs into one jar, or all its jars into one directory");
        }
      }
    }
  }

  private String provider() {
    Set<String> names = new TreeSet<>();
    for (byte[] content : jars.read(SERVICE, LONGEST_TEXT).values()) {
      new String(content, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(names::add);
    }
    if (names.isEmpty()) {
      throw refused(
          PluginCodes.PROVIDER,
          "it names no provider in " + SERVICE,
          "add this file with the name of the class that implements CounterPlugin");
    }
    if (names.size() > 1) {
      throw refused(
          PluginCodes.PROVIDER,
          "it names " + names.size() + " providers: " + String.join(", ", names),
          "a plugin has one CounterPlugin, which offers everything; make a jar for each");
    }
    return names.iterator().next();
  }

  private void requireClass(String provider) {
    String name = provider.replace('.', '/') + ".class";
    for (int i = 0; i < jars.jars().size(); i++) {
      JarFile jar = jars.jars().get(i);
      ZipEntry entry = jar.getJarEntry(name);
      if (entry != null) {
        int release = ClassFiles.release(jars.files().get(i), jar, entry);
        if (release > Runtime.version().feature()) {
          throw needsJava("its class " + provider, release);
        }
        return;
      }
    }
    throw refused(
        PluginCodes.PROVIDER,
        "its provider " + provider + " is not in it",
        "correct " + SERVICE + ", or build the jar with its classes");
  }

  private String place() {
    return jars.place().toString();
  }

  private PluginException refused(String code, String reason, String hint) {
    return new PluginException(code, place(), reason, hint);
  }
}
