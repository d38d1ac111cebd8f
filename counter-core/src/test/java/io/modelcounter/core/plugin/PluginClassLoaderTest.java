package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.Analyzer;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginClassLoaderTest {
  private static final String FOR_BUILT_IN_PLUGINS_ONLY = "io.modelcounter.spi.operator";

  @TempDir private Path directory;
  private PluginClassLoader loader;

  @BeforeEach
  void load() throws IOException {
    Path jar =
        TestJar.acme("public String id() { return \"acme\"; }")
            .withEntries("io/modelcounter/spi/CounterPlugin.class")
            .writeTo(directory.resolve("acme.jar"));
    loader = new PluginClassLoader("acme", List.of(jar), getClass().getClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void sharesTheApiAlsoIfTheJarBringsItAlong() throws ClassNotFoundException {
    assertThat(loader.loadClass(CounterPlugin.class.getName())).isSameAs(CounterPlugin.class);
    assertThat(loader.loadClass(TestJar.PROVIDER).getInterfaces())
        .containsExactly(CounterPlugin.class);
  }

  @Test
  void seesTheJavaPlatform() throws ClassNotFoundException {
    assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
    assertThat(loader.loadClass("java.sql.Date")).isNotNull();
    assertThat(loader.loadClass("com.sun.source.tree.Tree")).isNotNull();
  }

  @Test
  void seesNeitherTheEngineNorItsLibraries() {
    for (Class<?> hidden : List.of(Analyzer.class, getClass(), Test.class, Assertions.class)) {
      assertThatThrownBy(() -> loader.loadClass(hidden.getName()))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void findsNoServicesOfOthers() throws IOException {
    assertThat(
            loader
                .getResources("META-INF/services/" + ModelReader.class.getName())
                .hasMoreElements())
        .isFalse();
    assertThat(ServiceLoader.load(CounterPlugin.class, loader))
        .singleElement()
        .satisfies(plugin -> assertThat(plugin.getClass().getName()).isEqualTo(TestJar.PROVIDER));
  }

  @Test
  void sharesAllPackagesThatTheApiExports() throws IOException {
    Path api = Path.of("..", "counter-api", "src", "main", "java");
    try (var files = Files.walk(api)) {
      assertThat(
              files
                  .filter(file -> file.endsWith("package-info.java"))
                  .map(file -> api.relativize(file.getParent()).toString())
                  .map(name -> name.replace('/', '.').replace('\\', '.'))
                  .filter(name -> !name.equals(FOR_BUILT_IN_PLUGINS_ONLY)))
          .containsExactlyInAnyOrderElementsOf(ApiPackages.names());
    }
  }

  @Test
  void isNamedAfterThePlugin() {
    assertThat(loader.getName()).isEqualTo("plugin-acme");
  }
}
