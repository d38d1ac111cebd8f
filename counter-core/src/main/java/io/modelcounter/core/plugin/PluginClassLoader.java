package io.modelcounter.core.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Loads the classes of one plugin. It sees its own jars, the Java platform, and of ModelCounter the
 * packages of the API; libraries that ModelCounter uses and the plugins of others are out of its
 * sight.
 */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  /**
   * Makes the loader.
   *
   * @param id id of the plugin
   * @param jars its jars
   * @param host the loader of the API
   */
  PluginClassLoader(String id, List<Path> jars, ClassLoader host) {
    super("plugin-" + id, urls(jars), ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  private static URL[] urls(List<Path> jars) {
    return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
  }

  static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(jar + " is not a file", impossible);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (ApiPackages.haveClass(name)) {
      return host.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        Optional<Class<?>> platform = ofPlatform(name);
        loaded = platform.isPresent() ? platform.get() : findClass(name);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  /**
   * The platform's loader hands out classes of all named modules, those of ModelCounter as well.
   */
  private Optional<Class<?>> ofPlatform(String name) {
    try {
      Class<?> found = getParent().loadClass(name);
      ClassLoader loader = found.getClassLoader();
      String module = String.valueOf(found.getModule().getName());
      boolean isOfPlatform =
          loader == null
              || loader.equals(getParent())
              || module.startsWith("java.")
              || module.startsWith("jdk.");
      return isOfPlatform ? Optional.of(found) : Optional.empty();
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
  }
}
