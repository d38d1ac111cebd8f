package io.modelcounter.cli.plugin;

import static io.modelcounter.cli.CommandRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.TinyModel;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Rule files, through the command. */
class RuleFileUseTest {
  private static final Path EXAMPLES = Corpus.repository().resolve("examples").resolve("rules");
  private static final Path EXAMPLE = EXAMPLES.resolve("acme-rules.yaml");
  private static final Path GATE = EXAMPLES.resolve("fused-gate.onnx");
  private static final Path PAGE = Corpus.repository().resolve("docs").resolve("rules.md");

  @TempDir private Path directory;
  private Path model;

  @BeforeEach
  void writeTheModel() throws IOException {
    model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));
  }

  private Path rules(String name, String operator) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "modelcounter: 1\nid: rules\nversion: 1.2.0\ntitle: Mysteries\noperators:\n  - operator: "
            + operator
            + "\n    outputs: [{like: 0}]\n    work: {multiply-add: elements(in 0)}\n");
  }

  private Path mystery() throws IOException {
    return rules("rules.yaml", "example.unknown::Mystery");
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static JsonNode json(CommandRunner.Result result) throws IOException {
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return new ObjectMapper().readTree(result.out());
  }

  private static void assertRefused(CommandRunner.Result result, String message) {
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo(message);
    assertThat(result.exitCode()).isEqualTo(5);
  }

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(block.find()).as("a block of %s in %s", language, PAGE).isTrue();
    return block.group(1);
  }

  @Test
  void theExampleOfTheDocumentationIsThatOfTheRepository() throws IOException {
    assertThat(block("yaml")).isEqualTo(Files.readString(EXAMPLE));
  }

  @Test
  void theDocumentationShowsWhatTheExamplePrints() throws IOException {
    CommandRunner.Result result = run("explain", "/block/gate", GATE, "--plugin", EXAMPLE);
    assertThat(result.err()).isEmpty();
    assertThat(block("text")).isEqualTo(result.out());
  }

  @Test
  void countsTheExample() throws IOException {
    JsonNode document = json(run("analyze", GATE, "--plugin", EXAMPLE, "-f", "json"));
    assertThat(document.get("totals").get("macs").asText()).isEqualTo("256*batch*sequence");
    assertThat(document.get("totals").get("parameters").asInt()).isEqualTo(272);
    assertThat(document.get("coverage").get("unknown").asInt()).isZero();
    assertThat(document.get("layers").get(1).get("status").asText()).isEqualTo("free");
    assertThat(json(run("analyze", GATE, "-f", "json")).get("coverage").get("unknown").asInt())
        .isEqualTo(3);
  }

  @Test
  void saysWhereTheCountsComeFrom() throws Exception {
    Path file = mystery();

    JsonNode document = json(run("analyze", model, "--plugin", file, "-f", "json"));

    assertThat(document.get("totals").get("macs").asInt()).isEqualTo(6);
    assertThat(document.get("layers").get(0).get("countedBy").asText()).isEqualTo("rules");
    JsonNode use = document.get("plugins").get(0);
    assertThat(use.get("id").asText()).isEqualTo("rules");
    assertThat(use.get("version").asText()).isEqualTo("1.2.0");
    assertThat(use.get("origin").asText()).isEqualTo("rules");
    assertThat(use.get("file").asText()).isEqualTo("rules.yaml");
    assertThat(use.get("sha256").asText()).isEqualTo(sha256(file));
    assertThat(run("analyze", model, "--plugin", file).out())
        .contains(
            "1 layer counted by rules 1.2.0 (rules.yaml, sha256 " + sha256(file).substring(0, 12));
  }

  @Test
  void readsJson() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("rules.json"),
            "{\"modelcounter\": 1, \"id\": \"rules\", \"version\": \"1.0.0\", \"operators\": ["
                + "{\"operator\": \"example.unknown:Mystery\", \"free\": \"it is a secret\"}]}");
    JsonNode document = json(run("analyze", model, "--plugin", file, "-f", "json"));
    assertThat(document.get("coverage").get("free").asInt()).isEqualTo(1);
  }

  @Test
  void findsRuleFilesInDirectoriesOfPlugins() throws IOException {
    Path plugins = Files.createDirectory(directory.resolve("plugins"));
    Files.move(mystery(), plugins.resolve("a.yml"));
    Files.writeString(plugins.resolve(".hidden.yaml"), "x");
    Files.writeString(plugins.resolve("README.md"), "x");

    assertThat(
            json(run("analyze", model, "--plugin-dir", plugins, "-f", "json"))
                .get("coverage")
                .get("unknown")
                .asInt())
        .isZero();
    for (Path place : List.of(plugins, plugins.resolve("a.yml"))) {
      CommandRunner.Result result =
          new CommandRunner()
              .with(PluginPlaces.PATH, place.toString())
              .start("analyze", model, "-f", "json");
      assertThat(json(result).get("coverage").get("unknown").asInt()).isZero();
    }
    Files.writeString(plugins.resolve("b.yaml"), "modelcounter: 1");
    assertRefused(
        run("analyze", model, "--plugin-dir", plugins),
        "error[E0715] "
            + plugins.resolve("b.yaml")
            + ": line 1, column 1: \"id\" is missing, expected an id such as acme-rules\n"
            + "  hint:  docs/rules.md says what a rule file may hold\n");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = mystery();
    Files.writeString(file, Files.readString(file).replace("multiply-add", "multiply_add"));
    assertThat(run("analyze", model, "--plugin", file).err())
        .startsWith(
            "error[E0715] "
                + file
                + ": line 8, column 12: there is no work \"multiply_add\", expected multiply-add,")
        .endsWith("\n  hint:  did you mean multiply-add?\n");
    Files.writeString(file, "modelcounter: 2\n");
    assertRefused(
        run("analyze", model, "--plugin", file),
        "error[E0704] "
            + file
            + ": line 1, column 15: the format of the file is 2, this reads 1\n"
            + "  hint:  update ModelCounter\n");
    Files.writeString(file, "a: [\n");
    assertRefused(
        run("analyze", model, "--plugin", file),
        "error[E0715] "
            + file
            + ": line 1, column 5: it is not YAML: while parsing a flow node, expected the node"
            + " content, but found '<stream end>'\n"
            + "  hint:  docs/rules.md says what a rule file may hold\n");
  }

  @Test
  void hostileTextsInAFileAreEscaped() throws IOException {
    Path file = Files.writeString(directory.resolve("a.yaml"), "\"\\e[2J\\n::error::\": 1\n");
    assertThat(run("analyze", model, "--plugin", file).err())
        .contains("\"modelcounter\" is missing");
    Files.writeString(file, "modelcounter: 1\n\"\\e[2J\\n::error::\": 1\n");
    assertThat(run("analyze", model, "--plugin", file).err())
        .contains("a rule file has no key \"\\u{1b}[2J\\u{a}::error::\"");
  }

  @Test
  void saysThatAFileCannotBeRead() {
    Path missing = directory.resolve("missing.yaml");
    assertRefused(
        run("analyze", model, "--plugin", missing),
        "error[E0702] " + missing + ": there is no such file\n" + "  hint:  check the path\n");
  }

  @Test
  void replacesWhatIsBuiltInOnlyIfThatIsAskedFor() throws IOException {
    Path relu = TinyModel.relu().writeTo(directory.resolve("relu.onnx"));
    Path file = rules("relu.yaml", "Relu");
    Files.writeString(file, Files.readString(file).replace("    outputs: [{like: 0}]\n", ""));

    CommandRunner.Result refused = run("analyze", relu, "--plugin", file);
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).contains("E0711", "Relu", "--prefer rules");
    JsonNode document =
        json(run("analyze", relu, "--plugin", file, "--prefer", "rules", "-f", "json"));
    assertThat(document.get("totals").get("macs").asInt()).isEqualTo(6);
    assertThat(document.get("layers").get(0).get("countedBy").asText()).isEqualTo("rules");
  }

  @Test
  void twoPluginsForOneOperatorAreAConflict() throws IOException {
    Path jar = new AcmePlugin().writeTo(directory.resolve("acme.jar"));
    Path file = mystery();

    CommandRunner.Result refused = run("analyze", model, "--plugin", jar, "--plugin", file);
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err())
        .contains("E0710", "acme 1.2.0 (" + jar + ")", "rules 1.2.0 (" + file + ")");
    assertThat(
            json(run(
                    "analyze",
                    model,
                    "--plugin",
                    jar,
                    "--plugin",
                    file,
                    "--prefer",
                    "rules",
                    "-f",
                    "json"))
                .get("layers")
                .get(0)
                .get("countedBy")
                .asText())
        .isEqualTo("rules");
  }

  @Test
  void takesOnlyFilesThatAreAllowed() throws Exception {
    Path file = mystery();
    Path list = Files.writeString(directory.resolve("list"), sha256(file) + "  rules.yaml\n");
    json(run("analyze", model, "--plugin", file, "--plugin-sha256", list, "-f", "json"));

    Files.writeString(file, "# changed\n" + Files.readString(file));
    CommandRunner.Result refused = run("analyze", model, "--plugin", file, "--plugin-sha256", list);
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).startsWith("error[E0712] " + file + ": its SHA-256 ");
  }

  @Test
  void canBeDisabled() throws IOException {
    Path file = mystery();
    JsonNode document =
        json(run("analyze", model, "--plugin", file, "--disable-plugin", "rules", "-f", "json"));
    assertThat(document.get("coverage").get("unknown").asInt()).isEqualTo(1);
  }

  @Test
  void isListedWithWhatItOffers() throws Exception {
    Path file = mystery();
    Path broken = Files.writeString(directory.resolve("broken.yaml"), "x: 1\n");

    assertThat(run("plugin", "list", "--plugin", file, "--plugin", broken).out())
        .containsPattern("rules +1\\.2\\.0 +ok +1 +" + Pattern.quote(file.toString()))
        .containsPattern("- +- +broken +- +" + Pattern.quote(broken.toString()))
        .contains("error[E0715] " + broken + ": line 1, column 1: \"modelcounter\" is missing");
    assertThat(run("plugin", "info", "rules", "--plugin", file).out())
        .contains("title        Mysteries", "counts       example.unknown:Mystery")
        .contains("sha256       " + sha256(file));
    JsonNode info = json(run("plugin", "info", "rules", "--plugin", file, "-f", "json"));
    assertThat(info.get("plugins").get(0).get("origin").asText()).isEqualTo("rules");
  }

  @Test
  void isVerified() throws IOException {
    CommandRunner.Result result = run("plugin", "verify", EXAMPLE, "--model", GATE);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("acme-rules 1.0.0", "it counts 2 of 3")
        .doesNotContain("failed", "warning");
    Path broken = Files.writeString(directory.resolve("broken.yaml"), "x: 1\n");
    CommandRunner.Result failed = run("plugin", "verify", broken);
    assertThat(failed.exitCode()).isEqualTo(5);
    assertThat(failed.out()).contains("[E0715] line 1, column 1: \"modelcounter\" is missing");
  }

  @Test
  void saysInWordsHowItCounts() throws IOException {
    assertThat(run("operators", "--plugin", mystery()).out())
        .containsPattern("example\\.unknown:Mystery +.*rules");
    assertThat(run("explain", "example.unknown:Mystery", "--plugin", mystery()).out())
        .contains("counted by   rules", "MULTIPLY_ADD elements(in 0)");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void warnsIfEverybodyMayChangeAFile() throws IOException {
    Path file = mystery();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(run("plugin", "list", "--plugin", file).out())
        .contains("warning[W0703] " + file + ": everybody on this machine may change " + file);
  }
}
