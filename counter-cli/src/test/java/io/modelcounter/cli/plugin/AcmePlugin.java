package io.modelcounter.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.CounterPlugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;

/** Builds a jar with a plugin that counts one operator of one input. */
public final class AcmePlugin {
  private String id = "acme";
  private String api = "[1.0,2)";
  private String operator = "OperatorRange.of(\"example.unknown\", \"Mystery\")";
  private String cost =
      "return Cost.of(Work.of(WorkKind.MULTIPLY_ADD, call.element(0), call.shape(0).elements()),"
          + " Formula.of(\"elements\"));";

  /** A plugin that counts {@code example.unknown:Mystery}. */
  public AcmePlugin() {}

  /** Sets the id. */
  public AcmePlugin id(String newId) {
    id = newId;
    return this;
  }

  /** Sets the versions of the API that the plugin says it works with. */
  AcmePlugin api(String range) {
    api = range;
    return this;
  }

  /** Counts an operator of the standard set instead. */
  public AcmePlugin onnx(String name) {
    operator = "OperatorRange.onnx(\"" + name + "\")";
    return this;
  }

  /** Sets what the method {@code count} does. */
  public AcmePlugin cost(String statements) {
    cost = statements;
    return this;
  }

  /** Writes the jar. */
  public Path writeTo(Path file) throws IOException {
    Path directory = Files.createTempDirectory(file.getParent(), ".build");
    Path source = Files.writeString(directory.resolve("Acme.java"), source());
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                source.toString());
    assertThat(result).as(messages.toString()).isZero();
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      add(
          jar,
          "META-INF/modelcounter-plugin.properties",
          "id=" + id + "\nversion=1.2.0\napi=" + api + "\ntitle=Layers of Acme\n");
      add(jar, "META-INF/services/" + CounterPlugin.class.getName(), "com.acme.Acme\n");
      jar.putNextEntry(new ZipEntry("com/acme/Acme.class"));
      jar.write(Files.readAllBytes(directory.resolve("com/acme/Acme.class")));
      jar.closeEntry();
    }
    return file;
  }

  private static void add(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }

  private String source() {
    return """
    package com.acme;
    import io.modelcounter.cost.*;
    import io.modelcounter.spi.*;
    import io.modelcounter.symbolic.*;
    import java.util.*;
    public class Acme implements CounterPlugin, LayerCounter, ShapeRule {
      public String id() { return "ID"; }
      public List<LayerCounter> counters() { return List.of(this); }
      public List<ShapeRule> shapeRules() { return RULES; }
      public List<OperatorRange> operators() { return List.of(OPERATOR); }
      public Cost count(Call call) { COST }
      public List<Inferred> outputs(Call call) {
        return List.of(Inferred.tensor(call.element(0), call.shape(0)));
      }
    }
    """
        .replace("ID", id)
        .replace("OPERATOR", operator)
        .replace("COST", cost)
        .replace("RULES", operator.contains("onnx") ? "List.of()" : "List.of(this)");
  }
}
