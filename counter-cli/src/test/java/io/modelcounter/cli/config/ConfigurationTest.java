package io.modelcounter.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ConfigurationTest {
  private static final ConfigRequest ORDINARY = new ConfigRequest(Optional.empty(), false, false);

  @TempDir private Path directory;

  private final Map<String, String> environment = new HashMap<>();
  private final CommandLine command = new CommandLine(new Sample());

  /** A word. */
  enum Word {
    ONE,
    TWO;

    @Override
    public String toString() {
      return this == ONE ? "one" : "two";
    }
  }

  /** A command with options of every kind. */
  @Command(name = "sample")
  static final class Sample {
    @Option(
        names = {"-t", "--top"},
        defaultValue = "15")
    private int top;

    @Option(names = "--batch")
    private @Nullable Long batch;

    @Option(names = "--fail-fast")
    private boolean failFast;

    @Option(names = "--word")
    private Word word = Word.ONE;

    @Option(names = "--limit", arity = "0..1")
    private @Nullable String limit;

    @Option(names = "--convention")
    private List<String> conventions = new ArrayList<>();

    @Option(names = "--plugin")
    private List<String> plugins = new ArrayList<>();

    @Option(names = "--show-files")
    private boolean showFiles;
  }

  private Sample sample() {
    return command.getCommand();
  }

  private ConfigOptions options() {
    return ConfigOptions.of(command.getCommandSpec());
  }

  private Configuration load(ConfigRequest request, Path from) {
    Console console =
        new Console(
            new StandardStreams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Set.of()),
            StandardCharsets.UTF_8,
            environment);
    return Configuration.load(request, options(), console, from);
  }

  private Configuration load() {
    return load(ORDINARY, project());
  }

  /** What a command line leaves in the sample. */
  private Sample run(String... args) {
    command.registerConverter(Word.class, word -> word.equals("one") ? Word.ONE : Word.TWO);
    load().apply(command.parseArgs(args));
    return sample();
  }

  private String shown(Configuration configuration, String key) {
    Setting setting = configuration.setting(options().get(key).orElseThrow());
    return String.join(" ", setting.values()) + " " + setting.origin().kind().text();
  }

  private Path project() {
    return directory.resolve("project");
  }

  @BeforeEach
  void makeDirectories() throws IOException {
    Files.createDirectories(project().resolve(".git"));
    Files.createDirectories(project().resolve("a/b"));
    Files.createDirectories(directory.resolve("user/modelcounter"));
    environment.put("XDG_CONFIG_HOME", directory.resolve("user").toString());
  }

  private void writeProject(String text) throws IOException {
    Files.writeString(project().resolve("modelcounter.yaml"), text);
  }

  private void writeUser(String text) throws IOException {
    Files.writeString(directory.resolve("user/modelcounter/config.yaml"), text);
  }

  @Test
  void isEmptyWithoutFilesAndVariables() {
    Sample sample = run();
    assertThat(sample.top).isEqualTo(15);
    assertThat(sample.batch).isNull();
    assertThat(shown(load(), "top")).isEqualTo("15 default");
    assertThat(shown(load(), "word")).isEqualTo("one default");
    assertThat(shown(load(), "convention")).isEqualTo(" default");
  }

  @Test
  void givesValuesOfEveryKind() throws IOException {
    writeProject(
        "top: 3\nbatch: 9000000000\nfail-fast: true\nword: two\nlimit: 5%\nconvention: [a, b]\n");
    Sample sample = run();
    assertThat(sample.top).isEqualTo(3);
    assertThat(sample.batch).isEqualTo(9_000_000_000L);
    assertThat(sample.failFast).isTrue();
    assertThat(sample.word).isEqualTo(Word.TWO);
    assertThat(sample.limit).isEqualTo("5%");
    assertThat(sample.conventions).containsExactly("a", "b");
  }

  /** Who of those that give a value wins, over all pairs of neighbours. */
  @ParameterizedTest
  @CsvSource({
    "true, true, true, true, 1",
    "false, true, true, true, 2",
    "false, false, true, true, 3",
    "false, false, false, true, 4",
    "false, false, false, false, 15",
    "true, false, false, true, 1",
    "false, true, false, true, 2",
  })
  void theNearestPlaceWins(
      boolean flag, boolean variable, boolean project, boolean user, int expected)
      throws IOException {
    if (variable) {
      environment.put("MODELCOUNTER_TOP", "2");
    }
    if (project) {
      writeProject("top: 3");
    }
    if (user) {
      writeUser("top: 4");
    }
    assertThat((flag ? run("-t", "1") : run()).top).isEqualTo(expected);
  }

  @Test
  void listsAreThoseOfOnePlace() throws IOException {
    writeUser("convention: [a, b]");
    assertThat(run("--convention", "c").conventions).containsExactly("c");
    assertThat(shown(load(), "convention")).isEqualTo("a b user");
    environment.put("MODELCOUNTER_CONVENTION", "d\ne");
    assertThat(shown(load(), "convention")).isEqualTo("d e environment");
  }

  @Test
  void oneValueIsAListToo() throws IOException {
    writeProject("convention: a");
    assertThat(shown(load(), "convention")).isEqualTo("a project");
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "project/a", "project/a/b"})
  void ofAProjectHoldsInAllItsDirectories(String from) throws IOException {
    writeProject("top: 3");
    assertThat(shown(load(ORDINARY, directory.resolve(from)), "top")).isEqualTo("3 project");
  }

  @Test
  void ofTheNearestDirectoryIsTheOnlyOneOfAProject() throws IOException {
    writeProject("top: 3\nfail-fast: true\n");
    Files.writeString(project().resolve("a/modelcounter.yaml"), "top: 5");
    Configuration configuration = load(ORDINARY, project().resolve("a/b"));
    assertThat(shown(configuration, "top")).isEqualTo("5 project");
    assertThat(shown(configuration, "fail-fast")).isEqualTo("false default");
  }

  @Test
  void isNotLookedForOutsideTheRepository() throws IOException {
    Files.writeString(directory.resolve("modelcounter.yaml"), "top: 3");
    assertThat(shown(load(ORDINARY, project().resolve("a")), "top")).isEqualTo("15 default");
  }

  @Test
  void isNotLookedForAboveADirectoryOutsideAnyRepository() throws IOException {
    Path outside = Files.createDirectories(directory.resolve("outside/a"));
    Files.writeString(directory.resolve("outside/modelcounter.yaml"), "top: 3");
    assertThat(shown(load(ORDINARY, outside), "top")).isEqualTo("15 default");
    assertThat(shown(load(ORDINARY, directory.resolve("outside")), "top")).isEqualTo("3 project");
  }

  @Test
  void ofTheUserIsFoundByTheEnvironment() throws IOException {
    writeUser("top: 4");
    assertThat(shown(load(), "top")).isEqualTo("4 user");
    environment.put("XDG_CONFIG_HOME", "relative");
    Path home = Files.createDirectories(directory.resolve("home/.config/modelcounter"));
    Files.writeString(home.resolve("config.yaml"), "top: 5");
    environment.put("HOME", directory.resolve("home").toString());
    assertThat(shown(load(), "top")).isEqualTo("5 user");
    environment.clear();
    assertThat(shown(load(), "top")).isEqualTo("15 default");
  }

  @Test
  void canBeNamedAndIsTrustedThen() throws IOException {
    writeProject("top: 3\nbatch: 3");
    writeUser("top: 4\nfail-fast: true");
    Path file = Files.writeString(directory.resolve("other"), "top: 5\nplugin: a.jar");
    Configuration configuration =
        load(new ConfigRequest(Optional.of(file.toString()), false, false), project());
    assertThat(shown(configuration, "top")).isEqualTo("5 --config");
    assertThat(shown(configuration, "batch")).isEqualTo(" default");
    assertThat(shown(configuration, "fail-fast")).isEqualTo("true user");
    assertThat(shown(configuration, "plugin")).isEqualTo("a.jar --config");
    assertThat(configuration.warnings()).isEmpty();
  }

  @Test
  void canBeLeftOut() throws IOException {
    writeProject("top: 3");
    writeUser("batch: 4");
    environment.put("MODELCOUNTER_CONVENTION", "a");
    Configuration configuration = load(new ConfigRequest(Optional.empty(), true, false), project());
    assertThat(shown(configuration, "top")).isEqualTo("15 default");
    assertThat(shown(configuration, "batch")).isEqualTo(" default");
    assertThat(shown(configuration, "convention")).isEqualTo(" default");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> load(new ConfigRequest(Optional.of("x"), true, false), project()))
        .withMessage("--config and --isolated contradict each other");
  }

  @Test
  void ofAProjectDoesNotNamePluginsUnlessItIsTrusted() throws IOException {
    writeProject("plugin: [evil.jar]\ntop: 3");
    Configuration configuration = load();
    assertThat(shown(configuration, "plugin")).isEqualTo(" default");
    assertThat(shown(configuration, "top")).isEqualTo("3 project");
    assertThat(configuration.warnings().get(0).lines())
        .containsExactly(
            "[W0004] "
                + project().resolve("modelcounter.yaml")
                + ": \"plugin\" is not taken from the file of a project",
            "  hint:  if you trust the project, add --trust-project");
    Configuration trusting = load(new ConfigRequest(Optional.empty(), false, true), project());
    assertThat(shown(trusting, "plugin")).isEqualTo("evil.jar project");
    assertThat(trusting.warnings()).isEmpty();
  }

  @Test
  void ofTheUserMayNamePlugins() throws IOException {
    writeUser("plugin: [mine.jar]");
    assertThat(shown(load(), "plugin")).isEqualTo("mine.jar user");
    assertThat(run().plugins).containsExactly("mine.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "MODELCOUNTER_TOP, x, expected an integer",
    "MODELCOUNTER_TOP, 99999999999, expected an integer",
    "MODELCOUNTER_FAIL_FAST, yes, expected true or false",
    "MODELCOUNTER_WORD, three, 'expected one of one, two'",
  })
  void refusesVariablesThatCannotBe(String variable, String value, String complaint) {
    environment.put(variable, value);
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(this::load)
        .satisfies(
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.details().lines())
                  .containsExactly("[E0008] " + variable + ": \"" + value + "\": " + complaint);
            });
  }

  @Test
  void emptyVariablesAreNotSet() {
    environment.put("MODELCOUNTER_TOP", "");
    assertThat(shown(load(), "top")).isEqualTo("15 default");
  }

  @Test
  void optionsOfOneRunAreNotAmongTheKeys() throws IOException {
    assertThat(run("--show-files").showFiles).isTrue();
    writeProject("show-files: true");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(this::load)
        .withMessage("there is no option \"show-files\"");
  }
}
