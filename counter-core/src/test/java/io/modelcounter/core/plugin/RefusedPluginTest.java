package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginSet;
import io.modelcounter.spi.PluginDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars that cannot be used: one test a reason, each with its message. */
class RefusedPluginTest {
  private static final String PLAIN = "public String id() { return \"acme\"; }";
  private static final String JAVA = String.valueOf(Runtime.version().feature());

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void nameTheJar() {
    jar = directory.resolve("acme.jar");
  }

  private void assertRefused(String code, String reason, String hint) {
    assertThatThrownBy(() -> PluginSet.builder().file(jar).load().close())
        .isInstanceOfSatisfying(
            PluginException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.subject()).isEqualTo(jar.toString());
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.hint()).hasValue(hint);
              assertThat(refused).hasMessage(jar + ": " + reason);
            });
  }

  @Test
  void isNotThere() {
    assertRefused("E0702", "there is no such file", "check the path");
  }

  @Test
  void isALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(jar, directory.resolve("nothing"));
    assertRefused("E0702", "it is a link that leads nowhere", "check the path");
  }

  @Test
  void isNoJar() throws IOException {
    Files.writeString(jar, "<html>sign in first</html>");
    assertRefused("E0702", "it is not a jar", "name the jar that the plugin's build made");
  }

  @Test
  void isEmpty() throws IOException {
    Files.createFile(jar);
    assertRefused("E0702", "it is not a jar", "name the jar that the plugin's build made");
  }

  @Test
  void isCutOffAtAnyPlace() throws IOException {
    byte[] whole = Files.readAllBytes(TestJar.counting("acme", "Fused").writeTo(jar));
    for (int length = 2; length < whole.length; length += 97) {
      Files.write(jar, Arrays.copyOf(whole, length));
      assertRefused("E0702", "the jar is cut off or damaged", "build or copy it again");
    }
  }

  @Test
  void isADirectoryWithoutAJar() throws IOException {
    Files.createDirectory(jar);
    assertRefused(
        "E0702",
        "there is no jar in this directory",
        "put the jars of the plugin into it, or remove it");
  }

  @Test
  void hasNoDescriptor() throws IOException {
    TestJar.acme(PLAIN).without(PluginDescriptor.ENTRY).writeTo(jar);
    assertRefused(
        "E0703",
        "it has no descriptor META-INF/modelcounter-plugin.properties",
        "if it is a plugin, add the file with id, version and api; otherwise remove the jar from"
            + " here");
  }

  @Test
  void hasADescriptorOfAGigabyte() throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new java.util.zip.ZipEntry(PluginDescriptor.ENTRY));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 1024; i++) {
        entries.write(megabyte);
      }
      entries.closeEntry();
    }
    assertRefused(
        "E0702",
        "META-INF/modelcounter-plugin.properties in it has more than 65536 bytes",
        "a plugin has no such entry; do not trust the jar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version=1.0.0;api=[1.0,2)                | id is missing
          id=;version=1.0.0;api=[1.0,2)            | id is missing
          id=Acme;version=1.0.0;api=[1.0,2)        | id: "Acme" is no id: 1 to 64 lower-case letters, digits, dots and hyphens, the first one a letter or digit
          id=modelcounter;version=1.0.0;api=[1.0,2) | id: "modelcounter" is reserved for what comes with ModelCounter
          id=modelcounter.x;version=1.0.0;api=[1.0,2) | id: "modelcounter.x" is reserved for what comes with ModelCounter
          id=acme;api=[1.0,2)                      | version is missing
          id=acme;version=1.0;api=[1.0,2)          | version: "1.0" is no version such as 1.0.0
          id=acme;version=1.0.0                    | api is missing
          id=acme;version=1.0.0;api=1.0            | api: "1.0" is no range such as [1.0,2)
          id=acme;version=1.0.0;api=[1.x,2)        | api: "[1.x,2)" is no range such as [1.0,2)
          id=acme;version=1.0.0;api=[1.0.0,2)      | api: "1.0.0" is no version such as 1.0
          id=acme;version=1.0.0;api=[2,1]          | api: no version lies in the range "[2,1]"
          id=acme;version=1.0.0;api=[1.0,2);java=new | java: "new" is no release such as 17
          id=acme;id=acme;version=1.0.0;api=[1.0,2) | id is given twice
          """)
  void hasAWrongDescriptor(String lines, String reason) throws IOException {
    TestJar.acme(PLAIN).descriptor(lines.split(";", -1)).writeTo(jar);
    assertRefused(
        "E0703",
        "its descriptor is wrong: " + reason,
        "correct META-INF/modelcounter-plugin.properties and build the jar again");
  }

  @Test
  void isMadeForALaterApi() throws IOException {
    TestJar.acme(PLAIN).descriptor("id=acme", "version=3.0.0", "api=[2.0,3)").writeTo(jar);
    assertRefused(
        "E0704",
        "it is made for version [2.0,3) of the plugin API, this is 1.0",
        "update ModelCounter, or use an earlier version of the plugin");
  }

  @Test
  void isMadeForAnEarlierApi() throws IOException {
    TestJar.acme(PLAIN).descriptor("id=acme", "version=0.1.0", "api=[0.8,1.0)").writeTo(jar);
    assertRefused(
        "E0704",
        "it is made for version [0.8,1.0) of the plugin API, this is 1.0",
        "update the plugin");
  }

  @Test
  void saysThatItNeedsANewerJava() throws IOException {
    TestJar.acme(PLAIN)
        .descriptor("id=acme", "version=1.0.0", "api=[1.0,2)", "java=999")
        .writeTo(jar);
    assertRefused(
        "E0705",
        "it needs Java 999, this is Java " + JAVA,
        "run modelcounter with Java 999 or later (JAVA_HOME)");
  }

  @Test
  void hasAProviderForANewerJava() throws IOException {
    TestJar.acme(PLAIN).writeTo(jar);
    byte[] ofTheFuture = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 99};
    TestJar.empty()
        .descriptor("id=acme", "version=1.0.0", "api=[1.0,2)")
        .service(TestJar.PROVIDER)
        .entry("com/acme/Acme.class", ofTheFuture)
        .writeTo(jar);
    assertRefused(
        "E0705",
        "its class com.acme.Acme needs Java 55, this is Java " + JAVA,
        "run modelcounter with Java 55 or later (JAVA_HOME)");
  }

  @Test
  void namesNoProvider() throws IOException {
    TestJar.acme(PLAIN).without(TestJar.SERVICE).writeTo(jar);
    assertRefused(
        "E0706",
        "it names no provider in META-INF/services/io.modelcounter.spi.CounterPlugin",
        "add this file with the name of the class that implements CounterPlugin");
  }

  @Test
  void namesTwoProviders() throws IOException {
    TestJar.acme(PLAIN).service("com.acme.B # the old one", "# none", "com.acme.A").writeTo(jar);
    assertRefused(
        "E0706",
        "it names 2 providers: com.acme.A, com.acme.B",
        "a plugin has one CounterPlugin, which offers everything; make a jar for each");
  }

  @Test
  void namesAProviderThatIsNotInIt() throws IOException {
    TestJar.acme(PLAIN).service("com.acme.Missing").writeTo(jar);
    assertRefused(
        "E0706",
        "its provider com.acme.Missing is not in it",
        "correct META-INF/services/io.modelcounter.spi.CounterPlugin, or build the jar with its"
            + " classes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public class Acme {}                                                 | does not implement io.modelcounter.spi.CounterPlugin
          class Acme implements CounterPlugin { public String id() { return ""; } } | is not a public class that can be made
          public abstract class Acme implements CounterPlugin {}               | is not a public class that can be made
          public class Acme implements CounterPlugin { Acme() {} public String id() { return ""; } } | has no public constructor without parameters
          public class Acme implements CounterPlugin { public Acme(int i) {} public String id() { return ""; } } | has no public constructor without parameters
          """)
  void hasAnUnsuitableProvider(String source, String reason) throws IOException {
    TestJar.acme(PLAIN).source(TestJar.PROVIDER, source).writeTo(jar);
    assertRefused(
        "E0706",
        "its provider com.acme.Acme " + reason,
        "name a public class that implements CounterPlugin, with a public constructor without"
            + " parameters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public Acme() { throw new IllegalStateException("no licence"); } | java.lang.IllegalStateException: no licence
          static { if (true) throw new IllegalStateException("no table"); } | java.lang.IllegalStateException: no table
          public Acme() { throw new AssertionError("never"); }             | java.lang.AssertionError: never
          public Acme() { new Acme(); }                                    | java.lang.StackOverflowError
          public Acme() { throw new OutOfMemoryError("Java heap space"); } | java.lang.OutOfMemoryError: Java heap space
          """)
  void cannotBeMade(String body, String failure) throws IOException {
    TestJar.acme(PLAIN + body).writeTo(jar);
    assertRefused(
        "E0707",
        "its provider com.acme.Acme cannot be made: " + failure,
        "report it to whoever makes the plugin; --debug shows where it failed");
  }

  @Test
  void needsAClassThatNobodyHas() throws IOException {
    TestJar.acme(PLAIN + "private Object table = new Table();")
        .source("com.acme.Table", "class Table {}")
        .writeTo(jar);
    TestJar copy = TestJar.empty();
    try (java.util.jar.JarFile whole = new java.util.jar.JarFile(jar.toFile())) {
      for (java.util.jar.JarEntry entry : whole.stream().toList()) {
        if (!entry.getName().contains("Table")) {
          copy.entry(entry.getName(), whole.getInputStream(entry).readAllBytes());
        }
      }
    }
    copy.writeTo(jar);
    assertRefused(
        "E0707",
        "its provider com.acme.Acme cannot be made: java.lang.NoClassDefFoundError:"
            + " com/acme/Table",
        "put what it needs into the jar, or all its jars into one directory; of ModelCounter a"
            + " plugin sees the packages of its API only");
  }

  @Test
  void reachesForTheEngine() throws IOException {
    TestJar.acme(
            PLAIN
                + "public Acme() throws Exception {"
                + " Class.forName(\"io.modelcounter.core.Analyzer\"); }")
        .writeTo(jar);
    assertRefused(
        "E0707",
        "its provider com.acme.Acme cannot be made: java.lang.ClassNotFoundException:"
            + " io.modelcounter.core.Analyzer",
        "put what it needs into the jar, or all its jars into one directory; of ModelCounter a"
            + " plugin sees the packages of its API only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public String id() { return "other"; }  | its descriptor gives it the id "acme", its code "other"   | make both the same
          public String id() { return null; }     | id() returns null                                         | return an empty list, or a text
          public String id() { return "acme"; } public List<LayerCounter> counters() { return null; } | counters() returns null | return an empty list, or a text
          public String id() { return "acme"; } public List<ShapeRule> shapeRules() { return Arrays.asList((ShapeRule) null); } | the list that shapeRules() returns holds null | leave it out
          """)
  void offersWhatItMustNot(String body, String reason, String hint) throws IOException {
    TestJar.acme(body).writeTo(jar);
    assertRefused("E0708", reason, hint);
  }

  @Test
  void failsWhenItIsAskedWhatItOffers() throws IOException {
    TestJar.acme(
            PLAIN
                + "public List<LayerCounter> counters() {"
                + " throw new IllegalStateException(\"no table\"); }")
        .writeTo(jar);
    assertRefused(
        "E0707",
        "counters() failed: java.lang.IllegalStateException: no table",
        "report it to whoever makes the plugin; --debug shows where it failed");
  }

  @Test
  void servesNoOperator() throws IOException {
    TestJar.counting("acme", "Fused")
        .source(
            TestJar.PROVIDER,
            """
            public class Acme implements CounterPlugin {
              public String id() { return "acme"; }
              public List<LayerCounter> counters() { return List.of(new None()); }
              static class None implements LayerCounter {
                public List<OperatorRange> operators() { return List.of(); }
                public Cost count(Call call) { return Cost.free("never"); }
              }
            }
            """)
        .writeTo(jar);
    assertRefused(
        "E0708",
        "its counter com.acme.Acme$None serves no operator",
        "name at least one in operators()");
  }

  @Test
  void servesADomainThatItsDescriptorDoesNotName() throws IOException {
    TestJar.counting("com.other", "Fused")
        .descriptor("id=acme", "version=1.0.0", "api=[1.0,2)", "domains=com.acme, ai.onnx")
        .writeTo(jar);
    assertRefused(
        "E0708",
        "it serves com.other:Fused, but its descriptor names the domains ai.onnx, com.acme",
        "add the domain to the descriptor");
  }

  @Test
  void countsWhatTheEngineRunsItself() throws IOException {
    TestJar.counting("ai.onnx", "Loop").writeTo(jar);
    assertRefused(
        "E0708",
        "it offers a counter for ai.onnx:Loop, which nobody would ask",
        "leave it out: the engine runs the graphs of Loop itself");
  }

  @Test
  void bringsInAnotherFile() throws IOException {
    Path other = Files.write(directory.resolve("other.jar"), new byte[] {1});
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "missing.jar other.jar");
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    manifest.write(bytes);
    TestJar.acme(PLAIN).entry("META-INF/MANIFEST.MF", bytes.toByteArray()).writeTo(jar);

    assertRefused(
        "E0706",
        "the Class-Path of its manifest brings in " + other,
        "put all that the plugin needs into one jar, or all its jars into one directory");
    Files.delete(other);
    assertThatCode(() -> PluginSet.builder().file(jar).load().close())
        .as("what is not there brings nothing in")
        .doesNotThrowAnyException();
  }

  @Test
  void hasAnEntryThatWouldLieOutside() throws IOException {
    TestJar.acme(PLAIN).entry("../../outside.txt", "text").writeTo(jar);

    PluginSet.builder().file(jar).load().close();

    assertThat(directory.resolve("../../outside.txt")).doesNotExist();
  }
}
