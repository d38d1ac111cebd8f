package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.ModelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds plugins through {@link ServiceLoader}; the built-in ones come through the same door. */
public final class PluginLoader {
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
      throw new PluginException("a plugin cannot be loaded: " + broken.getMessage(), broken);
    }
    return found;
  }
}
