package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.plugin.PluginInspection.Inspected;
import io.modelcounter.spi.ApiVersion;
import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Makes the provider of a plugin that was looked over. */
final class Providers {
  private Providers() {}

  /**
   * A plugin that is loaded.
   *
   * @param offer what it offers
   * @param loader what loaded its classes
   */
  record Loaded(PluginOffer offer, PluginClassLoader loader) {}

  /**
   * Loads the classes of a plugin, makes its provider and asks it what it offers, all with the
   * plugin's loader as the one of the thread.
   *
   * @throws PluginException if any of it fails
   */
  static Loaded load(Inspected plugin) {
    PluginClassLoader loader =
        new PluginClassLoader(
            plugin.descriptor().id(), plugin.files(), CounterPlugin.class.getClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      CounterPlugin provider = make(plugin, loader);
      return new Loaded(PluginOffer.of(provider, plugin.origin(), plugin.descriptor()), loader);
    } catch (PluginException unusable) {
      close(loader, plugin.origin().place());
      throw unusable;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static CounterPlugin make(Inspected plugin, PluginClassLoader loader) {
    String name = plugin.provider();
    String place = plugin.origin().place();
    try {
      Class<?> type = Class.forName(name, true, loader);
      if (!CounterPlugin.class.isAssignableFrom(type)) {
        throw unsuitable(place, name, "does not implement " + CounterPlugin.class.getName());
      }
      if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
        throw unsuitable(place, name, "is not a public class that can be made");
      }
      Constructor<?> constructor = type.getDeclaredConstructor();
      if (!Modifier.isPublic(constructor.getModifiers())) {
        throw unsuitable(place, name, "has no public constructor without parameters");
      }
      return (CounterPlugin) constructor.newInstance();
    } catch (NoSuchMethodException missing) {
      throw unsuitable(place, name, "has no public constructor without parameters");
    } catch (ClassNotFoundException missing) {
      throw failed(place, name, missing);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw failed(place, name, cause == null ? thrown : cause);
    } catch (LinkageError | StackOverflowError failure) {
      throw failed(place, name, failure);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public constructor can be called", impossible);
    }
  }

  private static PluginException unsuitable(String place, String name, String reason) {
    return new PluginException(
        PluginCodes.PROVIDER,
        place,
        "its provider " + name + " " + reason,
        "name a public class that implements CounterPlugin, with a public constructor without"
            + " parameters");
  }

  private static PluginException failed(String place, String name, Throwable failure) {
    Throwable cause = failure;
    if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
      cause = failure.getCause();
    }
    boolean isForNewerJava = cause instanceof UnsupportedClassVersionError;
    return new PluginException(
        isForNewerJava ? PluginCodes.JAVA : PluginCodes.CONSTRUCTION,
        place,
        isForNewerJava
            ? "a class of it is made for a newer Java: " + cause.getMessage()
            : "its provider " + name + " cannot be made: " + cause,
        hint(cause),
        cause);
  }

  /** What to do about a failure in the code of a plugin. */
  static String hint(Throwable failure) {
    if (failure instanceof UnsupportedClassVersionError) {
      return "run modelcounter with a later Java (JAVA_HOME)";
    }
    if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
      return "put what it needs into the jar, or all its jars into one directory; of ModelCounter a"
          + " plugin sees the packages of its API only";
    }
    if (failure instanceof LinkageError) {
      return "build the plugin again with version " + ApiVersion.current() + " of counter-api";
    }
    return "report it to whoever makes the plugin; --debug shows where it failed";
  }

  /** Closes a loader, which lets go of its jars. */
  static void close(PluginClassLoader loader, String place) {
    try {
      loader.close();
    } catch (IOException failure) {
      throw new PluginException(
          PluginCodes.FILE, place, "it cannot be closed", "check the disk", failure);
    }
  }
}
