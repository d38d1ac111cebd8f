package io.modelcounter.cli.plugin;

import static io.modelcounter.cli.CommandRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandTest {
  @TempDir private Path directory;

  private Path acme() throws IOException {
    return new AcmePlugin().writeTo(directory.resolve("acme.jar"));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void withoutACommandShowsHelp() {
    CommandRunner.Result result = run("plugin");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("plugin list", "plugin info", "plugin verify", "plugin path");
  }

  @Test
  void listsPluginsAndWhatIsWrongWithThem() throws IOException {
    Path acme = acme();
    Path broken = Files.writeString(directory.resolve("broken.jar"), "text");

    CommandRunner.Result result = run("plugin", "list", "--plugin-dir", directory);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "ID VERSION STATUS OPERATORS PLACE",
            "acme 1.2.0 ok 1 " + acme,
            "- - broken - " + broken,
            "error[E0702] " + broken + ": it is not a jar",
            " hint: name the jar that the plugin's build made");
    assertThat(run("plugin", "list", "--plugin-dir", directory, "--strict").exitCode())
        .isEqualTo(5);
  }

  @Test
  void listsPluginsAsJson() throws IOException {
    Path acme = acme();

    JsonNode plugins =
        json(run("plugin", "list", "--plugin", acme, "--disable-plugin", "acme", "-f", "json")
                .out())
            .get("plugins");

    JsonNode last = plugins.get(plugins.size() - 1);
    assertThat(last.get("id").asText()).isEqualTo("acme");
    assertThat(last.get("status").asText()).isEqualTo("disabled");
    assertThat(last.get("place").asText()).isEqualTo(acme.toString());
    assertThat(plugins.get(0).get("origin").asText()).isEqualTo("built-in");
    assertThat(plugins.get(0).get("operators").asInt()).isGreaterThan(200);
  }

  @Test
  void showsWhatAPluginIs() throws IOException {
    Path acme = acme();

    CommandRunner.Result result = run("plugin", "info", "acme", "--plugin", acme);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "acme",
            " status ok",
            " place " + acme,
            " version 1.2.0",
            " api [1.0,2)",
            " title Layers of Acme",
            " counts example.unknown:Mystery",
            " infers example.unknown:Mystery");
    JsonNode plugin =
        json(run("plugin", "info", "acme", "--plugin", acme, "-f", "json").out())
            .get("plugins")
            .get(0);
    assertThat(plugin.get("descriptor").get("title").asText()).isEqualTo("Layers of Acme");
    assertThat(plugin.get("counts").get(0).get("op").asText()).isEqualTo("Mystery");
    assertThat(plugin.get("sha256").asText()).hasSize(64);
  }

  @Test
  void suggestsAnIdThatIsNear() throws IOException {
    CommandRunner.Result result = run("plugin", "info", "acne", "--plugin", acme());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            "error[E0002] there is no plugin \"acne\"\n  hint:  did you mean acme?\n");
  }

  @Test
  void refusesAnUnknownFormat() {
    CommandRunner.Result result = run("plugin", "list", "-f", "xml");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("there is no format \"xml\"", "there are json, text");
  }

  @Test
  void showsWherePluginsAreFound() {
    CommandRunner.Result result =
        new CommandRunner()
            .with("MODELCOUNTER_PLUGIN_PATH", directory.toString())
            .with("XDG_DATA_HOME", directory.resolve("data").toString())
            .start("plugin", "path");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "PATH FROM STATE",
            directory + " MODELCOUNTER_PLUGIN_PATH is there",
            directory.resolve("data/modelcounter/plugins") + " user is not there");
  }

  @Test
  void verifiesAPlugin() throws IOException {
    Path acme = acme();
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));

    CommandRunner.Result result = run("plugin", "verify", acme, "--model", model);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            acme
                + """

                  passed   it can be loaded: acme 1.2.0
                  passed   it offers the same each time: 3 entries
                  passed   every operator has a counter and a shape rule
                  passed   inputs of unknown shape are no failure: asked about 1 operators
                  passed   it fails at no layer of the model
                  passed   it answers the same when it is asked twice: 1 layers
                  passed   it counts layers of the model: it counts 1 of 1; unknown are 1 layers \
                without it, 0 with it
                """);
  }

  @Test
  void verifiesThatAJarCanBeLoaded() throws IOException {
    Path jar = new AcmePlugin().api("[2.0,3)").writeTo(directory.resolve("acme.jar"));

    CommandRunner.Result result = run("plugin", "verify", jar);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .contains(
            "  failed   it can be loaded: [E0704] it is made for version [2.0,3) of the plugin API,"
                + " this is 1.0; update ModelCounter, or use an earlier version of the plugin");
    JsonNode json = json(run("plugin", "verify", jar, "-f", "json").out());
    assertThat(json.get("passed").asBoolean()).isFalse();
    assertThat(json.get("findings").get(0).get("verdict").asText()).isEqualTo("failed");
  }

  @Test
  void saysWhenAPluginNeedsToBePreferred() throws IOException {
    Path jar = new AcmePlugin().onnx("Relu").writeTo(directory.resolve("acme.jar"));

    CommandRunner.Result result =
        run("plugin", "verify", jar, "--model", TinyModel.relu().writeTo(directory.resolve("m")));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "  warning  it needs no --prefer: plugin acme serves ai.onnx:Relu, which modelcounter"
                + " (built in) serves already; it is used with --prefer acme",
            "it counts 1 of 1");
  }

  @Test
  void findsAnswersThatDiffer() throws IOException {
    Path jar =
        new AcmePlugin()
            .cost("return Cost.unknown(\"time \" + System.nanoTime());")
            .writeTo(directory.resolve("acme.jar"));
    Path changing =
        new AcmePlugin()
            .cost(
                "return Cost.of(Work.of(WorkKind.ADD, call.element(0),"
                    + " Size.of(System.nanoTime())), Formula.of(\"time\"));")
            .writeTo(directory.resolve("changing.jar"));
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));

    assertThat(run("plugin", "verify", jar, "--model", model).exitCode()).isZero();
    CommandRunner.Result result = run("plugin", "verify", changing, "--model", model);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .contains(
            "  failed   it answers the same when it is asked twice: the answers for layer node"
                + " differ");
  }

  @Test
  void findsFailuresWithAndWithoutAModel() throws IOException {
    Path always =
        new AcmePlugin()
            .cost("throw new IllegalStateException(\"no table\");")
            .writeTo(directory.resolve("always.jar"));
    Path model = TinyModel.unknown().writeTo(directory.resolve("m.onnx"));

    CommandRunner.Result result = run("plugin", "verify", always, "--model", model);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .contains(
            "  failed   inputs of unknown shape are no failure: example.unknown:Mystery with 1"
                + " inputs: java.lang.IllegalStateException: no table",
            "  failed   it fails at no layer of the model: node \"node\" (Mystery, main #0): plugin"
                + " acme 1.2.0 (");
  }
}
