package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Builds jars of plugins from sources, as their authors do. */
public final class TestJar {
  /** Class of the provider that {@link #acme} makes. */
  static final String PROVIDER = "com.acme.Acme";

  static final String SERVICE = "META-INF/services/" + CounterPlugin.class.getName();

  private static final String HEAD =
      """
      package com.acme;
      import io.modelcounter.cost.*;
      import io.modelcounter.model.*;
      import io.modelcounter.spi.*;
      import io.modelcounter.spi.support.*;
      import io.modelcounter.symbolic.*;
      import java.util.*;
      """;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();

  private TestJar() {}

  /** A jar with nothing in it. */
  static TestJar empty() {
    return new TestJar();
  }

  /** A jar with a descriptor and a provider named {@value #PROVIDER}, of which this is the body. */
  public static TestJar acme(String body) {
    return empty()
        .descriptor("id=acme", "version=1.2.0", "api=[1.0,2)")
        .service(PROVIDER)
        .source(PROVIDER, "public class Acme implements CounterPlugin {\n" + body + "\n}");
  }

  /** A plugin that counts one multiply-add an element for an operator of one input. */
  public static TestJar counting(String domain, String name) {
    return acme(
        """
        public String id() { return "acme"; }
        public List<LayerCounter> counters() { return List.of(new Fused()); }
        public List<ShapeRule> shapeRules() { return List.of(new Fused()); }
        static class Fused implements LayerCounter, ShapeRule {
          public List<OperatorRange> operators() {
            return List.of(OperatorRange.of("DOMAIN", "NAME"));
          }
          public Cost count(Call call) {
            return Cost.of(
                Work.of(WorkKind.MULTIPLY_ADD, call.element(0), call.shape(0).elements()),
                Formula.of("elements"));
          }
          public List<Inferred> outputs(Call call) {
            return List.of(Inferred.tensor(call.element(0), call.shape(0)));
          }
        }
        """
            .replace("DOMAIN", domain)
            .replace("NAME", name));
  }

  /** Writes a descriptor in place of the one before. */
  public TestJar descriptor(String... lines) {
    return entry(PluginDescriptor.ENTRY, String.join("\n", lines) + "\n");
  }

  /** Names the providers. */
  TestJar service(String... providers) {
    return entry(SERVICE, String.join("\n", providers) + "\n");
  }

  /** Adds a class of the package {@code com.acme}, without its package and imports. */
  TestJar source(String name, String source) {
    sources.put(name, HEAD + source);
    return this;
  }

  /** Adds an option of the compiler. */
  TestJar option(String option) {
    options.add(option);
    return this;
  }

  /** Adds an entry. */
  TestJar entry(String name, String text) {
    return entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an entry. */
  TestJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Adds entries with nothing in them. */
  public TestJar withEntries(String... names) {
    for (String name : names) {
      entry(name, new byte[0]);
    }
    return this;
  }

  /** Leaves an entry out. */
  TestJar without(String name) {
    entries.remove(name);
    return this;
  }

  /** Writes the jar. */
  public Path writeTo(Path file) throws IOException {
    if (!sources.isEmpty()) {
      compile(Files.createTempDirectory(file.toAbsolutePath().getParent(), "build"));
    }
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return file;
  }

  private void compile(Path directory) throws IOException {
    Path classes = directory.resolve("classes");
    List<String> args = new ArrayList<>(options);
    args.addAll(List.of("-proc:none", "-nowarn", "-cp", api().toString()));
    args.addAll(List.of("-d", classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      String name = source.getKey().substring(source.getKey().lastIndexOf('.') + 1);
      args.add(Files.writeString(directory.resolve(name + ".java"), source.getValue()).toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(out, out, args.toArray(String[]::new))).as(messages.toString()).isZero();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  entries.put(classes.relativize(file).toString().replace('\\', '/'), read(file)));
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path api() {
    try {
      return Path.of(
          CounterPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
