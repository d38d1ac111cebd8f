package io.modelcounter.cli.plugin;

import static io.modelcounter.cli.CommandRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.ChildProcess;
import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.Main;
import io.modelcounter.cli.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in analyses, through the command. */
class PluginUseTest {
  @TempDir private Path directory;
  private Path model;

  @BeforeEach
  void writeTheModel() throws IOException {
    model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
  }

  private Path acme() throws IOException {
    return new AcmePlugin().writeTo(directory.resolve("acme.jar"));
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static void assertCounted(CommandRunner.Result result, int unknown) {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    try {
      assertThat(new ObjectMapper().readTree(result.out()).get("coverage").get("unknown").asInt())
          .isEqualTo(unknown);
    } catch (IOException invalid) {
      throw new AssertionError(invalid);
    }
  }

  @Test
  void countsWithAPluginThatIsNamed() throws Exception {
    Path jar = acme();

    CommandRunner.Result result = run("analyze", model, "--plugin", jar, "-f", "json");

    assertCounted(result, 0);
    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.get("totals").get("macs").asInt()).isEqualTo(6);
    assertThat(document.get("layers").get(0).get("countedBy").asText()).isEqualTo("acme");
    JsonNode use = document.get("plugins").get(0);
    assertThat(use.get("id").asText()).isEqualTo("acme");
    assertThat(use.get("version").asText()).isEqualTo("1.2.0");
    assertThat(use.get("origin").asText()).isEqualTo("jar");
    assertThat(use.get("file").asText()).isEqualTo("acme.jar");
    assertThat(use.get("sha256").asText()).isEqualTo(sha256(jar));
    assertThat(use.get("layers").asInt()).isEqualTo(1);
  }

  @Test
  void namesPluginsOfOthersInTheReportsForPeople() throws Exception {
    Path jar = acme();
    String sentence =
        "1 layer counted by acme 1.2.0 (acme.jar, sha256 " + sha256(jar).substring(0, 12);

    assertThat(run("analyze", model, "--plugin", jar).out()).contains(sentence);
    assertThat(run("analyze", model, "--plugin", jar, "-f", "html").out())
        .contains("<bdi>acme</bdi>", sha256(jar));
    assertThat(run("analyze", model).out()).doesNotContain("counted by");
  }

  @Test
  void findsPluginsInEveryPlaceButTheCurrentDirectoryAndThatOfTheModel() throws IOException {
    acme();
    assertCounted(run("analyze", model, "-f", "json"), 1);

    Path data = directory.resolve("data");
    Path user = Files.createDirectories(data.resolve("modelcounter/plugins"));
    Path home = directory.resolve("home");
    Path atHome = Files.createDirectories(home.resolve(".local/share/modelcounter/plugins"));
    Files.copy(directory.resolve("acme.jar"), user.resolve("acme.jar"));
    Files.copy(directory.resolve("acme.jar"), atHome.resolve("acme.jar"));
    assertCounted(run("analyze", model, "-f", "json", "--plugin-dir", user), 0);
    assertCounted(
        new CommandRunner()
            .with("XDG_DATA_HOME", data.toString())
            .start("analyze", model, "-f", "json"),
        0);
    assertCounted(
        new CommandRunner().with("HOME", home.toString()).start("analyze", model, "-f", "json"), 0);
    for (Path entry : List.of(user, user.resolve("acme.jar"))) {
      assertCounted(
          new CommandRunner()
              .with(PluginPlaces.PATH, java.io.File.pathSeparator + entry)
              .start("analyze", model, "-f", "json"),
          0);
    }
    assertCounted(
        new CommandRunner()
            .with("XDG_DATA_HOME", "data")
            .with("HOME", home.toString())
            .start("analyze", model, "-f", "json", "--no-plugins"),
        1);
  }

  @Test
  void refusesARelativeDirectoryOfPluginsInTheEnvironment() {
    CommandRunner.Result result =
        new CommandRunner().with(PluginPlaces.PATH, "plugins").start("analyze", model);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("error[E0002] MODELCOUNTER_PLUGIN_PATH: \"plugins\" is not an absolute path");
  }

  @Test
  void refusesADirectoryOfPluginsThatTheEnvironmentNamesAndThatIsNotThere() {
    Path missing = directory.resolve("missing");
    CommandRunner.Result result =
        new CommandRunner().with(PluginPlaces.PATH, missing.toString()).start("analyze", model);
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).startsWith("error[E0702] " + missing + ": there is no such directory");
  }

  @Test
  void returnsFiveForAPluginThatCannotBeUsed() throws IOException {
    Path jar = new AcmePlugin().api("[7,8)").writeTo(directory.resolve("acme.jar"));

    CommandRunner.Result result = run("analyze", model, "--plugin", jar);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "error[E0704] "
                + jar
                + ": it is made for version [7,8) of the plugin API, this is 1.0\n"
                + "  hint:  update ModelCounter, or use an earlier version of the plugin\n");
  }

  @Test
  void returnsFiveForAConflictUntilOneIsPreferred() throws IOException {
    Path first = acme();
    Path second = new AcmePlugin().id("other").writeTo(directory.resolve("other.jar"));

    CommandRunner.Result result = run("analyze", model, "--plugin", first, "--plugin", second);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "error[E0710] two plugins serve example.unknown:Mystery: acme 1.2.0 ("
                + first
                + ") and other 1.2.0 ("
                + second
                + ")\n  hint:  choose one with --prefer acme or --prefer other, or remove one\n");
    assertCounted(
        run("analyze", model, "-f", "json", "--plugin-dir", directory, "--prefer", "other"), 0);
    assertCounted(
        run("analyze", model, "-f", "json", "--plugin-dir", directory, "--disable-plugin", "acme"),
        0);
  }

  @Test
  void returnsTwoForAnIdThatNoPluginHas() throws IOException {
    Path jar = acme();
    for (String option : List.of("--prefer", "--disable-plugin")) {
      CommandRunner.Result result = run("analyze", model, "--plugin", jar, option, "acne");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .isEqualToNormalizingNewlines(
              "error[E0002] "
                  + option
                  + ": there is no plugin \"acne\"\n  hint:  did you mean acme?\n");
    }
  }

  @Test
  void usesOnlyFilesOfAList() throws Exception {
    Path jar = acme();
    Path list =
        Files.writeString(
            directory.resolve("list"), "# trusted\n\n" + sha256(jar) + " *acme.jar\n");
    assertCounted(run("analyze", model, "-f", "json", "--plugin", jar, "--plugin-sha256", list), 0);

    Files.writeString(list, "0".repeat(64) + "\n");
    CommandRunner.Result refused = run("analyze", model, "--plugin", jar, "--plugin-sha256", list);
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).startsWith("error[E0712] " + jar + ": its SHA-256 " + sha256(jar));

    Files.writeString(list, sha256(jar) + "\nabc\n");
    CommandRunner.Result wrong = run("analyze", model, "--plugin-sha256", list);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualToNormalizingNewlines(
            "error[E0002] --plugin-sha256: \""
                + list
                + "\": line 2 is no SHA-256\n"
                + "  hint:  write the list by: sha256sum *.jar > plugins.sha256\n");
    assertThat(run("analyze", model, "--plugin-sha256", directory.resolve("no")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void returnsFiveForAFailureUnlessItKeepsGoing() throws IOException {
    Path jar =
        new AcmePlugin()
            .cost("throw new IllegalStateException(\"no table\");")
            .writeTo(directory.resolve("acme.jar"));

    CommandRunner.Result result = run("analyze", model, "--plugin", jar);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "error[E0713] "
                + model
                + ": node \"node\" (Mystery, main #0): plugin acme 1.2.0 ("
                + jar
                + ") failed: java.lang.IllegalStateException: no table\n"
                + "  hint:  report it to whoever makes the plugin, or leave the plugin out; to go"
                + " on without what it should say: --keep-going\n");
    assertCounted(run("analyze", model, "-f", "json", "--plugin", jar, "--keep-going"), 1);
    assertThat(run("analyze", model, "-v", "--plugin", jar, "--keep-going").err())
        .contains("warning[W0713] " + model + ": node \"node\" (Mystery, main #0): plugin acme");
  }

  @Test
  void returnsFiveForANegativeAmount() throws IOException {
    Path jar =
        new AcmePlugin()
            .cost(
                "return Cost.of(Work.of(WorkKind.ADD, call.element(0), Size.of(-5)),"
                    + " Formula.of(\"wrong\"));")
            .writeTo(directory.resolve("acme.jar"));
    CommandRunner.Result result = run("analyze", model, "--plugin", jar);
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("it answers with a negative amount, -5 of ADD");
  }

  @Test
  void showsWhatIsOddAboutAPluginIfAskedToSayMore() throws IOException {
    Path jar = acme();
    Files.setPosixFilePermissions(
        jar, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(run("analyze", model, "-v", "--plugin", jar).err())
        .contains("warning[W0703] " + jar + ": everybody on this machine may change " + jar);
    assertThat(run("analyze", model, "--plugin", jar).err()).isEmpty();
  }

  @Test
  void makesTextOfAPluginInert() throws IOException {
    Path jar =
        new AcmePlugin()
            .cost(
                "return Cost.unknown(\"\\u001b[2J<script>alert(1)</script>\" + \"x\".repeat(100));")
            .writeTo(directory.resolve("acme.jar"));
    assertThat(run("analyze", model, "--plugin", jar).out()).doesNotContain("\u001b");
    assertThat(run("analyze", model, "--plugin", jar, "-f", "html").out())
        .doesNotContain("<script>alert");
  }

  @Test
  void keepsWhatAPluginPrintsOutOfTheReport() throws Exception {
    Path jar =
        new AcmePlugin()
            .cost("System.out.println(\"hello\"); return Cost.free(\"a test\");")
            .writeTo(directory.resolve("acme.jar"));
    Path report = directory.resolve("report.json");
    Path messages = directory.resolve("messages.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "analyze",
                model.toString(),
                "--plugin",
                jar.toString(),
                "-f",
                "json")
            .redirectOutput(report.toFile())
            .redirectError(messages.toFile())
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(messages).hasContent("hello");
    assertThat(new ObjectMapper().readTree(report.toFile()).get("coverage").get("free").asInt())
        .isEqualTo(1);
  }

  @Test
  void endsAlsoIfAPluginStartsAThread() throws Exception {
    Path jar =
        new AcmePlugin()
            .cost("new Thread(() -> { while (true) { } }).start(); return Cost.free(\"a test\");")
            .writeTo(directory.resolve("acme.jar"));
    assertThat(
            ChildProcess.run(
                    List.of(), List.of(), "analyze", model.toString(), "--plugin", jar.toString())
                .exitCode())
        .isZero();
  }
}
