package io.modelcounter.cli.plugin;

import static io.modelcounter.cli.CommandRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class PluginNewTest {
  @TempDir private Path directory;

  private Path make(String... options) {
    Path project = directory.resolve("project");
    List<Object> args = new ArrayList<>(List.of("plugin", "new", project));
    args.addAll(List.of(options));
    CommandRunner.Result result = run(args.toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return project;
  }

  /** Compiles the sources of a project into one directory, resources beside them. */
  private Path build(Path project) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    List<String> args =
        new ArrayList<>(
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-implicit:none"));
    args.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
    files(project.resolve("src"))
        .filter(file -> file.toString().endsWith(".java"))
        .forEach(file -> args.add(file.toString()));
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    int result =
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, args.toArray(String[]::new));
    assertThat(result).as(messages.toString()).isZero();
    Path resources = project.resolve("src/main/resources");
    for (Path resource : files(resources).toList()) {
      Path target = classes.resolve(resources.relativize(resource).toString());
      Files.createDirectories(target.getParent());
      Files.writeString(target, Files.readString(resource).replace("${project.version}", "1.0.0"));
    }
    return classes;
  }

  private Path jar(Path classes) throws IOException {
    Path file = directory.resolve("plugin.jar");
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Path entry : files(classes).toList()) {
        String name = classes.relativize(entry).toString().replace('\\', '/');
        if (!name.contains("Test") && !name.contains("Samples")) {
          jar.putNextEntry(new ZipEntry(name));
          jar.write(Files.readAllBytes(entry));
          jar.closeEntry();
        }
      }
    }
    return file;
  }

  private static Stream<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private static TestExecutionSummary test(Path classes, String... names) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, PluginNewTest.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      List<DiscoverySelector> tests = new ArrayList<>();
      for (String name : names) {
        tests.add(DiscoverySelectors.selectClass(loader.loadClass(name)));
      }
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(LauncherDiscoveryRequestBuilder.request().selectors(tests).build(), listener);
      return listener.getSummary();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String failures(TestExecutionSummary summary) {
    StringWriter text = new StringWriter();
    summary.printFailuresTo(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void makesAProjectThatPassesItsTests() throws Exception {
    Path project = make("--package", "com.acme.layers", "--op", "Acme::Fused");
    String name = "com.acme.layers.Fused";

    TestExecutionSummary summary =
        test(
            build(project),
            name + "Test",
            name + "CounterTest",
            name + "ShapeTest",
            name + "PluginTest");

    assertThat(summary.getTotalFailureCount()).as(failures(summary)).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(40);
  }

  @Test
  void makesAPluginThatCountsItsSampleModel() throws Exception {
    Path project = make("--package", "com.acme", "--op", "com.acme::fused-op.v2", "--id", "acme-2");
    Path jar = jar(build(project));

    CommandRunner.Result result =
        run("analyze", project.resolve("sample.onnx"), "--plugin", jar, "-q", "-f", "json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\"macs\": \"64*batch\"", "\"countedBy\": \"acme-2\"", "\"parameters\": 64");
    assertThat(project.resolve("src/main/java/com/acme/FusedOpV2Plugin.java")).exists();
    assertThat(run("plugin", "verify", jar).exitCode()).isZero();
  }

  @Test
  void leavesNoPlaceholderAndNamesThePluginsOfThisBuild() throws IOException {
    Path project = make("--package", "com.acme", "--op", "Acme::Fused");

    for (Path file : files(project).filter(path -> !path.toString().endsWith(".onnx")).toList()) {
      assertThat(file).content().doesNotContain("{{", "}}").endsWith("\n");
    }
    String own = Files.readString(Corpus.repository().resolve("pom.xml"));
    Matcher plugin =
        Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(project.resolve("pom.xml")));
    int plugins = 0;
    while (plugin.find()) {
      assertThat(own)
          .containsPattern(
              "<artifactId>"
                  + plugin.group(1)
                  + "</artifactId>\\s*<version>"
                  + plugin.group(2)
                  + "<");
      plugins++;
    }
    assertThat(plugins).isEqualTo(4);
  }

  @Test
  void tellsWhatToDoNext() {
    CommandRunner.Result result =
        run("plugin", "new", directory.resolve("p"), "--package", "com.acme", "--op", "Acme:Fused");

    assertThat(result.out())
        .contains(
            "A plugin acme that counts Acme:Fused is in " + directory.resolve("p") + ".",
            "  mvn -B verify\n",
            "analyze sample.onnx --plugin target/modelcounter-plugin-acme-1.0.0.jar\n");
  }

  @Test
  void takesAnEmptyDirectoryAndLeavesAFullOneAlone() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path full = Files.createDirectory(directory.resolve("full"));
    Path mine = Files.writeString(full.resolve("pom.xml"), "mine");

    assertThat(run("plugin", "new", empty, "--package", "a", "--op", "b::C").exitCode()).isZero();
    CommandRunner.Result refused = run("plugin", "new", full, "--package", "a", "--op", "b::C");

    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err())
        .contains("error[E0601] " + full + ": there is something here already");
    assertThat(mine).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Com.Acme | Acme::Fused | acme | --package: "Com.Acme" is no Java package
          com.new  | Acme::Fused | acme | --package: "com.new" is no Java package
          com.acme | Fused       | acme | --op: "Fused" is no operator with its domain
          com.acme | A::B::C     | acme | --op: "A::B::C" is no operator with its domain
          com.acme | ai.onnx::Or | acme | --op: "ai.onnx::Or" is a standard operator
          com.acme | Acme::Fused | A me | --id: id: "A me" is no id
          com.acme | Acme::Fused | modelcounter | "modelcounter" is reserved
          """)
  void refusesNamesThatCannotBe(String name, String operator, String id, String message) {
    Path project = directory.resolve("project");

    CommandRunner.Result result =
        run("plugin", "new", project, "--package", name, "--op", operator, "--id", id);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(project).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"MatMul, MatMul", "fused_op, FusedOp", "3D, Layer3D", "Cost, LayerCost"})
  void namesTheClassAfterTheOperator(String operator, String className) {
    assertThat(ProjectNames.of("a", "b::" + operator, Optional.empty()).className())
        .isEqualTo(className);
  }
}
