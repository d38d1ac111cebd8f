package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.plugin.TestJar;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSetTest {
  @TempDir private Path directory;

  private static PluginSet.Builder builtIn() {
    return PluginSet.builder().classPath(PluginSetTest.class.getClassLoader());
  }

  private Path acme() throws IOException {
    return TestJar.counting("com.acme", "Fused").writeTo(directory.resolve("acme.jar"));
  }

  private Path named(String id) throws IOException {
    return TestJar.acme("public String id() { return \"" + id + "\"; }")
        .descriptor("id=" + id, "version=1.0.0", "api=[1.0,2)")
        .writeTo(directory.resolve(id + ".jar"));
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static Analysis analyze(PluginSet plugins) {
    TestGraph graph = TestGraph.named("g").opset("com.acme", 1);
    String x = graph.input("x", "float32[2, 3]");
    String y = graph.node("Fused", x).domain("com.acme").named("fused").output("y");
    graph.output(graph.node("Relu", y).named("relu").output("z"));
    return Analyzer.using(plugins).analyze(graph.model(), AnalysisOptions.defaults());
  }

  @Test
  void countsWithTheCounterOfAJar() throws Exception {
    Path jar = acme();
    try (PluginSet plugins = builtIn().file(jar).load()) {
      Analysis analysis = analyze(plugins);

      assertThat(analysis.totals().amount("macs")).isEqualTo(Amount.exact(Size.of(6)));
      assertThat(Analyses.layer(analysis, "fused").countedBy()).isEqualTo("acme");
      assertThat(analysis.plugins())
          .extracting(PluginUse::toString)
          .containsExactly("modelcounter development (built-in)", "acme 1.2.0 (acme.jar)");
      PluginUse use = analysis.plugins().get(1);
      assertThat(use.origin()).isEqualTo(PluginUse.Origin.JAR);
      assertThat(use.layers()).isEqualTo(1);
      assertThat(use.sha256()).hasValue(sha256(jar));
    }
  }

  @Test
  void keepsPluginsAlsoWhenAnAnalysisIsBound() throws IOException {
    try (PluginSet plugins = builtIn().file(acme()).load()) {
      Analysis analysis = analyze(plugins);
      assertThat(analysis.bind(io.modelcounter.symbolic.Bindings.none()).plugins())
          .isEqualTo(analysis.plugins());
    }
  }

  @Test
  void namesAPluginThatCountedNothing() throws IOException {
    try (PluginSet plugins = builtIn().file(acme()).file(named("idle")).load()) {
      assertThat(analyze(plugins).plugins())
          .filteredOn(use -> use.id().equals("idle"))
          .singleElement()
          .satisfies(use -> assertThat(use.layers()).isZero());
    }
  }

  @Test
  void saysWhatAPluginOffers() throws IOException {
    try (PluginSet plugins = PluginSet.builder().file(acme()).load()) {
      PluginInfo info = plugins.plugin("acme").orElseThrow();

      assertThat(info.name()).isEqualTo("acme 1.2.0 (" + directory.resolve("acme.jar") + ")");
      assertThat(info.details()).containsEntry("api", "[1.0,2)");
      assertThat(info.counted()).extracting(range -> range.name()).containsExactly("Fused");
      assertThat(info.inferred()).extracting(range -> range.name()).containsExactly("Fused");
      assertThat(info.conventions()).isEmpty();
      assertThat(plugins.plugin("other")).isEmpty();
    }
  }

  @Test
  void takesADirectoryWithJarsForOnePlugin() throws Exception {
    Path plugin = Files.createDirectory(directory.resolve("acme"));
    TestJar.counting("com.acme", "Fused").writeTo(plugin.resolve("acme.jar"));
    Path library = plugin.resolve("library.jar");
    Files.write(library, new byte[0]);
    assertThatThrownBy(() -> PluginSet.builder().file(plugin).load())
        .hasMessage(library + ": it is not a jar");

    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(library))) {
      out.putNextEntry(new java.util.zip.ZipEntry("com/acme/table.txt"));
      out.closeEntry();
    }
    try (PluginSet plugins = PluginSet.builder().file(plugin).load()) {
      String list =
          sha256(plugin.resolve("acme.jar")) + "  acme.jar\n" + sha256(library) + "  library.jar\n";
      Path sums = Files.writeString(directory.resolve("sums"), list);
      assertThat(plugins.plugins())
          .singleElement()
          .satisfies(info -> assertThat(info.origin().sha256()).hasValue(sha256(sums)));
    }
  }

  @Test
  void refusesTwoPluginsInOneDirectory() throws IOException {
    Path plugin = Files.createDirectory(directory.resolve("both"));
    Files.move(named("a"), plugin.resolve("a.jar"));
    Files.move(named("b"), plugin.resolve("b.jar"));

    assertThatThrownBy(() -> PluginSet.builder().file(plugin).load())
        .isInstanceOfSatisfying(
            PluginException.class, refused -> assertThat(refused.code()).isEqualTo("E0703"))
        .hasMessage(plugin + ": more than one of its jars has a descriptor: a.jar, b.jar");
  }

  @Test
  void takesTheJarsAndDirectoriesOfADirectory() throws IOException {
    Path plugins = Files.createDirectory(directory.resolve("plugins"));
    Files.move(named("b"), plugins.resolve("b.jar"));
    Files.createDirectory(plugins.resolve("a"));
    Files.move(named("a"), plugins.resolve("a").resolve("a.JAR"));
    Files.writeString(plugins.resolve("README"), "text");
    Files.createDirectory(plugins.resolve(".git"));

    try (PluginSet set = PluginSet.builder().directory(plugins).load()) {
      assertThat(set.plugins()).extracting(PluginInfo::id).containsExactly("a", "b");
    }
  }

  @Test
  void refusesADirectoryThatIsNotThere() throws IOException {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> PluginSet.builder().directory(missing).load())
        .hasMessage(missing + ": there is no such directory");
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> PluginSet.builder().directory(file).load())
        .hasMessage(file + ": it is not a directory that can be read");
  }

  @Test
  void refusesTwoPluginsOfOneId() throws IOException {
    Path first = named("same");
    Path second =
        TestJar.acme("public String id() { return \"same\"; }")
            .descriptor("id=same", "version=2.0.0", "api=[1.0,2)")
            .writeTo(directory.resolve("second.jar"));

    assertThatThrownBy(() -> PluginSet.builder().file(first).file(second).load())
        .isInstanceOfSatisfying(
            PluginException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("E0709");
              assertThat(refused.hint())
                  .hasValue("remove one of them; --no-plugins leaves the installed ones out");
            })
        .hasMessage("two plugins have the id same: " + first + " and " + second);
  }

  @Test
  void takesTheSameFileOnce() throws IOException {
    Path first = named("same");
    Path copy = Files.copy(first, directory.resolve("copy.jar"));

    try (PluginSet set = PluginSet.builder().file(first).file(copy).file(first).load()) {
      assertThat(set.plugins()).hasSize(1);
    }
  }

  @Test
  void leavesOutWhatIsDisabledWithoutLoadingAClass() throws IOException {
    Path broken =
        TestJar.acme(
                "public Acme() { throw new IllegalStateException(); }"
                    + " public String id() { return \"acme\"; }")
            .writeTo(directory.resolve("acme.jar"));

    try (PluginSet set = builtIn().file(broken).disable("acme").load()) {
      assertThat(set.plugin("acme")).isEmpty();
      assertThat(set.checks())
          .filteredOn(PluginCheck::isDisabled)
          .singleElement()
          .satisfies(check -> assertThat(check.id()).isEqualTo("acme"));
    }
  }

  @Test
  void refusesToPreferOrDisableWhatIsNotThere() throws IOException {
    Path jar = acme();
    assertThatThrownBy(() -> builtIn().file(jar).prefer("acne").load())
        .isInstanceOfSatisfying(
            UnknownPluginException.class,
            unknown -> {
              assertThat(unknown.id()).isEqualTo("acne");
              assertThat(unknown.known()).contains("acme", "modelcounter");
            })
        .hasMessageStartingWith("there is no plugin \"acne\"; there are acme, modelcounter");
    assertThatThrownBy(() -> builtIn().file(jar).disable("x").load())
        .isInstanceOf(UnknownPluginException.class);
  }

  @Test
  void saysWhatIsWrongWithAJarBeforeThatItsIdIsUnknown() throws IOException {
    Path jar = Files.createFile(directory.resolve("acme.jar"));
    assertThatThrownBy(() -> builtIn().file(jar).prefer("acme").load())
        .isInstanceOf(PluginException.class)
        .hasMessage(jar + ": it is not a jar");
  }

  @Test
  void takesOnlyFilesThatAreAllowed() throws Exception {
    Path jar = acme();
    PluginSet.builder()
        .file(jar)
        .allowOnly(Set.of(sha256(jar).toUpperCase(java.util.Locale.ROOT)))
        .load()
        .close();

    assertThatThrownBy(() -> PluginSet.builder().file(jar).allowOnly(Set.of()).load())
        .isInstanceOfSatisfying(
            PluginException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("E0712");
              assertThat(refused.hint())
                  .hasValue("if you trust the file, add the hash to the list");
            })
        .hasMessage(jar + ": its SHA-256 " + sha256(jar) + " is not in the list of those allowed");
  }

  @Test
  void warnsOfWhatIsOddAboutAJar() throws IOException {
    Path jar =
        TestJar.counting("com.acme", "Fused")
            .descriptor("id=acme", "version=1.0.0", "api=[1.0,2)", "autor=me")
            .withEntries(
                "io/modelcounter/spi/Call.class",
                "META-INF/services/io.modelcounter.spi.ModelReader")
            .writeTo(directory.resolve("acme.jar"));
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));

    try (PluginSet set = builtIn().file(jar).load()) {
      List<Diagnostic> warnings =
          set.checks().stream().flatMap(check -> check.warnings().stream()).toList();

      assertThat(warnings)
          .extracting(Diagnostic::toString)
          .containsExactly(
              "W0702: " + jar + ": its descriptor has the key \"autor\", which means nothing",
              "W0701: " + jar + ": it has classes of ModelCounter's API in it, which are ignored",
              "W0701: "
                  + jar
                  + ": it names providers in META-INF/services/io.modelcounter.spi.ModelReader,"
                  + " which plugins cannot bring; they are ignored",
              "W0703: " + jar + ": everybody on this machine may change " + jar);
      assertThat(analyze(set).coverage().exact()).isEqualTo(2);
    }
  }

  @Test
  void loadsWhatCanBeUsedAndSaysWhatIsWrongWithTheRest() throws IOException {
    Path broken = Files.createFile(directory.resolve("broken.jar"));
    Path override = TestJar.counting("ai.onnx", "Relu").writeTo(directory.resolve("override.jar"));

    try (PluginSet set = builtIn().file(broken).file(override).file(named("fine")).loadUsable()) {
      assertThat(set.plugin("fine")).isPresent();
      assertThat(set.plugin("acme")).isEmpty();
      assertThat(set.checks())
          .filteredOn(check -> !check.isUsable())
          .extracting(check -> check.problems().get(0).code())
          .containsExactly("E0702", "E0711");
      assertThat(set.checks())
          .filteredOn(check -> check.place().equals(override.toString()))
          .singleElement()
          .satisfies(check -> assertThat(check.plugin()).isPresent());
    }
  }

  @Test
  void takesAPluginThatIsInMemory() {
    CounterPlugin plugin = () -> "rules.acme";
    PluginOrigin origin =
        PluginOrigin.of(PluginUse.Origin.RULES, "0.1.0", Path.of("acme.yaml"), "00ff");

    try (PluginSet set = builtIn().plugin(plugin, origin).load()) {
      assertThat(set.plugin("rules.acme").map(PluginInfo::origin)).hasValue(origin);
    }
    assertThatThrownBy(() -> builtIn().plugin(plugin, origin).allowOnly(Set.of()).load())
        .hasMessage("acme.yaml: its SHA-256 00ff is not in the list of those allowed");
    CounterPlugin reserved = () -> "modelcounter.acme";
    assertThatThrownBy(() -> builtIn().plugin(reserved, origin).load())
        .hasMessageStartingWith("acme.yaml: id: \"modelcounter.acme\" is reserved");
  }

  @Test
  void keepsWhatElseIsKnownOfAPluginThatIsInMemory() {
    CounterPlugin plugin = () -> "acme";
    PluginOrigin origin =
        PluginOrigin.of(PluginUse.Origin.RULES, "0.1.0", Path.of("acme.yaml"), "00ff");

    try (PluginSet set = builtIn().plugin(plugin, origin, Map.of("title", "Layers")).load()) {
      assertThat(set.plugin("acme").orElseThrow().details()).containsEntry("title", "Layers");
    }
  }

  @Test
  void saysWhatIsWrongWithAFileThatNoPluginCouldBeReadFrom() {
    PluginException problem = new PluginException("E0715", "acme.yaml", "it is empty", null);

    assertThatThrownBy(() -> builtIn().unusable(problem).load()).isSameAs(problem);
    try (PluginSet set = builtIn().unusable(problem).loadUsable()) {
      assertThat(set.checks())
          .filteredOn(check -> !check.isUsable())
          .singleElement()
          .satisfies(check -> assertThat(check.place()).isEqualTo("acme.yaml"))
          .satisfies(check -> assertThat(check.problems()).containsExactly(problem));
    }
  }

  @Test
  void takesAPluginOnTheClassPathForOneOfOthers() throws IOException {
    Path jar = acme();
    try (var loader =
            new java.net.URLClassLoader(
                new java.net.URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
        PluginSet set = PluginSet.builder().classPath(loader).load()) {
      assertThat(set.plugin("acme"))
          .hasValueSatisfying(
              info ->
                  assertThat(info.origin())
                      .isEqualTo(
                          new PluginOrigin(
                              PluginUse.Origin.JAR,
                              "development",
                              Optional.of(jar),
                              Optional.empty())));
    }
  }

  @Test
  void letsGoOfItsJars() throws IOException {
    Path jar = acme();
    PluginSet set = PluginSet.builder().file(jar).load();
    ClassLoader loader = set.plugins().get(0).plugin().getClass().getClassLoader();

    set.close();
    set.close();

    assertThatThrownBy(() -> loader.loadClass("com.acme.Missing"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.getResource("com/acme/Acme.class")).isNull();
  }
}
