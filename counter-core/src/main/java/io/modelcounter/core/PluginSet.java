package io.modelcounter.core;

import io.modelcounter.core.plugin.AssembledPlugins;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginAssembly;
import io.modelcounter.core.plugin.PluginLoader;
import io.modelcounter.core.plugin.PluginPolicy;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.ModelReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plugins that work together: those that come with ModelCounter, and those of others.
 *
 * <p>A set is immutable and may be used from several threads. It keeps the jars of its plugins open
 * until it is closed; an analyzer that uses it must not be asked afterwards. A plugin runs with the
 * rights of the program: only files that are trusted may be added.
 */
public final class PluginSet implements AutoCloseable {
  private final AssembledPlugins assembled;
  private final List<PluginInfo> plugins;
  private final List<ModelReader> readers;

  private PluginSet(AssembledPlugins assembled, List<ModelReader> readers) {
    this.assembled = assembled;
    this.plugins = assembled.plugins();
    this.readers = List.copyOf(readers);
  }

  /**
   * Starts a set without any plugin.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The plugins.
   *
   * @return what is known of them, in the order in which they were added
   */
  public List<PluginInfo> plugins() {
    return plugins;
  }

  /**
   * A plugin.
   *
   * @param id its id
   * @return what is known of it; empty if there is none of that id
   */
  public Optional<PluginInfo> plugin(String id) {
    return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
  }

  /**
   * What was looked at to make the set.
   *
   * @return the plugins that take part and those that are disabled, with what is odd about them
   */
  public List<PluginCheck> checks() {
    return assembled.checks().toList();
  }

  /** Version of the engine itself. */
  static String engineVersion() {
    return PluginLoader.version(PluginSet.class);
  }

  CounterRegistry registry() {
    return assembled.registry();
  }

  List<ModelReader> readers() {
    return readers;
  }

  /**
   * Lets go of the plugins' jars.
   *
   * @throws PluginException if a jar cannot be closed
   */
  @Override
  public void close() {
    assembled.close();
  }

  /** Collects plugins for a {@link PluginSet}. */
  public static final class Builder {
    private final List<Consumer<PluginAssembly>> additions = new ArrayList<>();
    private final List<ModelReader> readers = new ArrayList<>();
    private final Set<String> preferred = new LinkedHashSet<>();
    private final Set<String> disabled = new LinkedHashSet<>();
    private Optional<Set<String>> allowed = Optional.empty();

    private Builder() {}

    /**
     * Adds the plugins and readers that a class loader sees: those that come with ModelCounter, and
     * others that lie on the class path.
     *
     * @param loader the class loader
     * @return this
     * @throws PluginException if one is named but cannot be made
     */
    public Builder classPath(ClassLoader loader) {
      for (CounterPlugin plugin : PluginLoader.plugins(loader)) {
        plugin(plugin, PluginLoader.origin(plugin));
      }
      readers.addAll(PluginLoader.readers(loader));
      return this;
    }

    /**
     * Adds a plugin from a file.
     *
     * @param file a jar, or a directory with the jars of one plugin
     * @return this
     */
    public Builder file(Path file) {
      additions.add(assembly -> assembly.addFile(file));
      return this;
    }

    /**
     * Adds the plugins of a directory: its jars and, each as one plugin, the directories in it.
     *
     * @param directory the directory
     * @return this
     */
    public Builder directory(Path directory) {
      additions.add(assembly -> assembly.addDirectory(directory));
      return this;
    }

    /**
     * Adds a plugin that is in memory.
     *
     * @param plugin the plugin
     * @param origin where it comes from
     * @return this
     */
    public Builder plugin(CounterPlugin plugin, PluginOrigin origin) {
      return plugin(plugin, origin, Map.of());
    }

    /**
     * Adds a plugin that is in memory.
     *
     * @param plugin the plugin
     * @param origin where it comes from
     * @param details what else is known of it, by the keys of a descriptor
     * @return this
     */
    public Builder plugin(CounterPlugin plugin, PluginOrigin origin, Map<String, String> details) {
      additions.add(assembly -> assembly.addPlugin(plugin, origin, details));
      return this;
    }

    /**
     * Adds a file that no plugin could be read from.
     *
     * @param problem why, with the file as its subject
     * @return this
     */
    public Builder unusable(PluginException problem) {
      additions.add(assembly -> assembly.addUnusable(problem));
      return this;
    }

    /**
     * Lets a plugin come first where another one offers the same, even if that is built in.
     *
     * @param id its id
     * @return this
     */
    public Builder prefer(String id) {
      preferred.add(id);
      return this;
    }

    /**
     * Leaves a plugin out.
     *
     * @param id its id
     * @return this
     */
    public Builder disable(String id) {
      disabled.add(id);
      return this;
    }

    /**
     * Allows certain files only.
     *
     * @param sha256 SHA-256 of the files that may be used, in hexadecimal digits
     * @return this
     */
    public Builder allowOnly(Collection<String> sha256) {
      allowed =
          Optional.of(
              sha256.stream()
                  .map(hash -> hash.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toSet()));
      return this;
    }

    /**
     * Loads the plugins.
     *
     * @return the set
     * @throws PluginException if a plugin cannot be used
     * @throws UnknownPluginException if an id is to be preferred or disabled that no plugin has
     */
    public PluginSet load() {
      return new PluginSet(assembly().loadAllOrNone(), readers);
    }

    /**
     * Loads the plugins that can be used, for those who want to know about the others; conflicts of
     * two plugins leave both out.
     *
     * @return the set; {@link PluginSet#checks()} says what is wrong with the others
     * @throws UnknownPluginException if an id is to be preferred or disabled that no plugin has
     */
    public PluginSet loadUsable() {
      return new PluginSet(assembly().load(), readers);
    }

    private PluginAssembly assembly() {
      PluginAssembly assembly = new PluginAssembly(new PluginPolicy(preferred, disabled, allowed));
      additions.forEach(addition -> addition.accept(assembly));
      return assembly;
    }
  }
}
