package io.modelcounter.core.plugin;

import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.ModelReader;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds plugins through {@link ServiceLoader}; the built-in ones come through the same door. */
public final class PluginLoader {
  private static final String NOT_PACKAGED = "development";
  private static final String OURS = "io.modelcounter.";

  private PluginLoader() {}

  /**
   * Finds all plugins that a class loader sees.
   *
   * @param loader the class loader
   * @return the plugins
   * @throws PluginException if one is named but cannot be made
   */
  public static List<CounterPlugin> plugins(ClassLoader loader) {
    return all(ServiceLoader.load(CounterPlugin.class, loader));
  }

  /**
   * Finds all readers that a class loader sees.
   *
   * @param loader the class loader
   * @return the readers
   * @throws PluginException if one is named but cannot be made
   */
  public static List<ModelReader> readers(ClassLoader loader) {
    return all(ServiceLoader.load(ModelReader.class, loader));
  }

  private static <T> List<T> all(ServiceLoader<T> services) {
    List<T> found = new ArrayList<>();
    try {
      services.iterator().forEachRemaining(found::add);
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw new PluginException(
          PluginCodes.LOADING,
          "",
          "a plugin on the class path cannot be loaded: " + broken.getMessage(),
          "correct the class path",
          broken);
    }
    return found;
  }

  /**
   * Where a plugin on the class path comes from.
   *
   * @param plugin the plugin
   * @return with ModelCounter, if its class is one of ours
   */
  public static PluginOrigin origin(CounterPlugin plugin) {
    String version = version(plugin.getClass());
    return plugin.getClass().getName().startsWith(OURS)
        ? PluginOrigin.builtIn(version)
        : new PluginOrigin(
            PluginUse.Origin.JAR, version, file(plugin.getClass()), Optional.empty());
  }

  /**
   * Version of the jar that a class lies in.
   *
   * @param type the class
   * @return what its manifest says, or {@code development} outside a jar
   */
  public static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? NOT_PACKAGED : version;
  }

  private static Optional<Path> file(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
      return Optional.empty();
    }
  }
}
