package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {

  @Test
  void findsTheBuiltInOperatorsThroughTheServiceLoader() {
    assertThat(PluginLoader.plugins(StandardOperators.class.getClassLoader()))
        .hasAtLeastOneElementOfType(StandardOperators.class);
  }

  @Test
  void namesTheSameProvidersInTheModuleAndInTheServicesFile() throws IOException {
    Path classes = Path.of("target", "classes");
    ModuleDescriptor module;
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }
    String services =
        Files.readString(
            classes.resolve("META-INF/services").resolve(CounterPlugin.class.getName()));

    assertThat(module.provides())
        .singleElement()
        .satisfies(
            provided -> {
              assertThat(provided.service()).isEqualTo(CounterPlugin.class.getName());
              assertThat(provided.providers()).containsExactlyElementsOf(services.lines().toList());
            });
  }

  @Test
  void refusesAProviderThatDoesNotExist(@TempDir Path directory) throws IOException {
    Path services =
        Files.createDirectories(directory.resolve("META-INF/services"))
            .resolve(CounterPlugin.class.getName());
    Files.writeString(services, "com.acme.Missing", StandardCharsets.UTF_8);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, Analyzer.class.getClassLoader())) {
      assertThatThrownBy(() -> PluginLoader.plugins(loader))
          .isInstanceOfSatisfying(
              PluginException.class, broken -> assertThat(broken.code()).isEqualTo("E0701"))
          .hasMessageStartingWith("a plugin on the class path cannot be loaded: ")
          .hasMessageContaining("com.acme.Missing");
    }
  }
}
