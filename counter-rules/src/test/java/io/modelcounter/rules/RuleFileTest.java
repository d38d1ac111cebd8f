package io.modelcounter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.rules.document.Notation;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.TestCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
  private static final String RELU =
      """
        - operator: com.acme::Relu
          outputs: [{like: 0}]
          work: {compare: elements(out 0)}
      """;

  @TempDir private Path directory;

  private static void assertRefused(String yaml, String message) {
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> Rules.parse(yaml))
        .satisfies(wrong -> assertThat(wrong.reason()).isEqualTo(message));
  }

  @Test
  void saysWhatThePluginIs() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.yml"),
            "modelcounter: 1\nid: a.b-c\nversion: 1.2.0-rc.1\ntitle: Layers\nvendor: Acme\n"
                + "license: MIT\noperators:\n"
                + RELU);

    RuleFile rules = RuleFile.read(file);

    assertThat(rules.id()).isEqualTo("a.b-c");
    assertThat(rules.plugin().id()).isEqualTo("a.b-c");
    assertThat(rules.version()).isEqualTo("1.2.0-rc.1");
    assertThat(rules.details())
        .isEqualTo(Map.of("title", "Layers", "vendor", "Acme", "license", "MIT"));
    assertThat(rules.sha256())
        .isEqualTo("023a7ecb0bd40fbac25623be2282cc8c8d0bf56f30064f4b8f540e75ddb1eee7");
  }

  @Test
  void readsJsonAsWell() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.json"),
            """
            {"modelcounter": 1, "id": "acme", "version": "1.0.0",
             "operators": [{"operator": "Relu", "versions": 3,
            \t"work": {"exp": 7, "log": "elements(in 0)"}}]}
            """);

    CounterPlugin plugin = RuleFile.read(file).plugin();

    assertThat(plugin.shapeRules()).isEmpty();
    assertThat(plugin.conventions()).isEmpty();
    assertThat(plugin.counters().get(0).operators())
        .containsExactly(OperatorRange.onnx("Relu").since(3).until(3));
    TestCall call = TestCall.onnx("Relu", 3).input("float16[2, 3]");
    Cost cost = plugin.counters().get(0).count(call.call());
    assertThat(cost.low().amount(WorkKind.EXP)).hasToString("7");
    assertThat(cost.low().amount(WorkKind.LOG)).hasToString("6");
    assertThat(cost.formula().expression()).isEqualTo("exp: 7; log: elements(in 0)");
  }

  @Test
  void countsAndInfersAsTheExampleSays() {
    CounterPlugin plugin = Rules.example();
    LayerCounter gate = plugin.counters().get(0);
    ShapeRule shapes = plugin.shapeRules().get(0);
    TestCall call = Samples.fusedGate().get(1);

    assertThat(call.shape(shapes)).isEqualTo("float32[batch, sequence, n]");
    Cost cost = call.count(shapes, gate);
    assertThat(cost.low().amount(WorkKind.MULTIPLY_ADD)).hasToString("16*batch*n*sequence");
    assertThat(cost.low().amount(WorkKind.BIAS_ADD)).hasToString("batch*n*sequence");
    assertThat(cost.assumptions()).containsExactly("the sigmoid is computed as 1 / (1 + exp(-x))");
    assertThat(cost.formula().expression())
        .isEqualTo(
            "multiply-add: 2 * elements(out 0) * dim(in 0, -1); sum-start: 2 * elements(out 0);"
                + " bias-add: has(in 3) * elements(out 0);"
                + " negate, exp, add, divide, multiply: elements(out 0)");
    assertThat(gate.role(call.call(), 0)).isEqualTo(InputRole.CONSTANT);
    assertThat(gate.role(call.call(), 1)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void countsNothingWhereTheFileSaysSo() {
    CounterPlugin plugin = Rules.example();
    TestCall shuffle = TestCall.of("com.acme", "Shuffle", 2).input("sequence(float32[3])");

    assertThat(shuffle.shape(plugin.shapeRules().get(1))).isEqualTo("sequence(float32[3])");
    Cost cost = shuffle.count(plugin.shapeRules().get(1), plugin.counters().get(1));
    assertThat(cost.isFree()).isTrue();
    assertThat(cost.reason()).contains("elements only change their places");
    assertThat(plugin.counters().get(1).operators())
        .containsExactly(OperatorRange.of("com.acme", "Shuffle").until(2));
  }

  @Test
  void infersTypesAndShapesOfSeveralOutputs() {
    CounterPlugin plugin = Rules.lookups();
    TestCall patch = Samples.lookups().get(0);

    assertThat(patch.shapes(plugin.shapeRules().get(0)))
        .containsExactly(
            "float16[batch, width - 1, 6]",
            "int64[batch, width, 1]",
            "float32[batch, width, 8, 3]");
    assertThat(plugin.counters().get(0).role(patch.call(), 2)).isEqualTo(InputRole.BUFFER);
    assertThat(plugin.counters().get(0).operators())
        .containsExactly(
            OperatorRange.of("com.acme", "Patch").since(2).until(2),
            OperatorRange.of("com.acme", "Patch").since(4));
  }

  @Test
  void knowsTypesWhereShapesAreNotKnown() {
    CounterPlugin plugin = Rules.lookups();
    TestCall patch = Samples.lookups().get(0).withUnknownRanks();

    assertThat(patch.shapes(plugin.shapeRules().get(0)))
        .containsExactly("float16[Y.dim0, Y.dim1, Y.dim2]", "int64[?]", "float32[?]");
    assertThat(
            plugin.shapeRules().get(0).withoutShapes(patch.call(), "a test").stream()
                .map(output -> output.type().toString()))
        .containsExactly("float16[?]", "int64[?]", "float32[?]");
  }

  @Test
  void saysInWordsHowItCounts() {
    OperatorNote gate = Rules.example().notes().get(0);
    assertThat(gate.work()).startsWith("MULTIPLY_ADD 2 * elements(out 0) * dim(in 0, -1); SUM_");
    assertThat(gate.assumption()).isEqualTo("the sigmoid is computed as 1 / (1 + exp(-x))");
    assertThat(gate.source()).isEqualTo("Acme layers, section 4");
    assertThat(Rules.example().notes().get(1).isFree()).isTrue();
    OperatorNote relu = Rules.parse(Rules.HEAD + RELU).plugin().notes().get(0);
    assertThat(relu.work()).isEqualTo("COMPARE elements(out 0)");
    assertThat(relu.formula()).isEqualTo("elements(out 0)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a/b.yaml | true",
        "b.YML | true",
        "b.json | true",
        "b.jar | false",
        "yaml | false",
      })
  void isKnownByItsName(Path file, boolean isRuleFile) {
    assertThat(RuleFile.isNamedLikeOne(file)).isEqualTo(isRuleFile);
  }

  @Test
  void saysThatAFileCannotBeRead() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> RuleFile.read(directory.resolve("missing.yaml")));
  }

  @Test
  void refusesAFileThatIsTooLong() throws IOException {
    Path file = Files.write(directory.resolve("a.yaml"), new byte[(1 << 20) + 1]);
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> RuleFile.read(file))
        .withMessage("it has more than 1 MiB");
  }

  @Test
  void saysWhereADocumentIsBroken() {
    assertRefused("", "the file is empty");
    assertRefused(
        "- 1",
        "line 1, column 1: found a list, expected a rule file as a mapping of keys to values");
    assertRefused("id: a\nid: b", "line 2, column 1: \"id\" stands twice");
    assertRefused(
        "id: !!str a",
        "line 1, column 5: tags, anchors and aliases are not taken; write plain values");
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> RuleFile.parse("{".getBytes(StandardCharsets.UTF_8), Notation.JSON))
        .withMessageStartingWith("line 1, column 2: it is not JSON: Unexpected end-of-input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: a | line 1, column 1: \"modelcounter\" is missing, expected the version of the format,"
            + " modelcounter: 1",
        "modelcounter: x | line 1, column 15: found \"x\", expected the version of the format, 1",
        "modelcounter: 0 | line 1, column 15: found \"0\", expected the version of the format, 1",
        "modelcounter: 2 | line 1, column 15: the format of the file is 2, this reads 1",
        "modelcounter: 1;idd: a | line 2, column 1: a rule file has no key \"idd\", expected"
            + " modelcounter, id, version, title, vendor, license, operators",
        "modelcounter: 1 | line 1, column 1: \"id\" is missing, expected an id such as acme-rules",
        "modelcounter: 1;id: A | line 2, column 5: id: \"A\" is no id: 1 to 64 lower-case letters,"
            + " digits, dots and hyphens, the first one a letter or digit",
        "modelcounter: 1;id: modelcounter.x | line 2, column 5: id: \"modelcounter.x\" is reserved"
            + " for what comes with ModelCounter",
        "modelcounter: 1;id: a | line 1, column 1: \"version\" is missing, expected a version such"
            + " as 1.0.0",
        "modelcounter: 1;id: a;version: 1.0 | line 3, column 10: version: \"1.0\" is no version"
            + " such as 1.0.0",
        "modelcounter: 1;id: a;version: 1.0.0 | line 1, column 1: \"operators\" is missing,"
            + " expected a list of operators",
        "modelcounter: 1;id: a;version: 1.0.0;operators: {} | line 4, column 12: found a mapping,"
            + " expected a list of operators",
        "modelcounter: 1;id: a;version: 1.0.0;operators: [] | line 4, column 12: the list is empty,"
            + " expected at least one operator",
        "modelcounter: 1;id: a;version: 1.0.0;title: [];operators: [] | line 4, column 8: found a"
            + " list, expected a text",
      })
  void saysWhereTheHeadIsWrong(String yaml, String message) {
    assertRefused(yaml.replace(';', '\n'), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Relu | line 5, column 5: found \"Relu\", expected an operator as a mapping of keys to"
            + " values",
        "{free: x} | line 5, column 5: \"operator\" is missing, expected an operator such as"
            + " com.acme::FusedGate",
        "{operator: a b, free: x} | line 5, column 16: found \"a b\", expected an operator such as"
            + " com.acme::FusedGate",
        "{operator: , free: x} | line 5, column 15: found nothing, expected an operator such as"
            + " com.acme::FusedGate",
        "{operator: A, fre: x} | line 5, column 19: an operator has no key \"fre\", expected"
            + " operator, versions, outputs, work, free, parameters, buffers, assumption, source",
        "{operator: A} | line 5, column 5: the operator has nothing to say, expected outputs, work"
            + " or free",
        "{operator: A, free: x, work: {exp: 1}} | line 5, column 25: an operator with work is not"
            + " free, expected work or free",
        "{operator: A, free: } | line 5, column 24: found nothing, expected why nothing is"
            + " computed",
        "{operator: A, outputs: [{like: 0}], parameters: [1]} | line 5, column 53: \"parameters\""
            + " means nothing without work or free",
        "{operator: A, free: x, parameters: 1} | line 5, column 40: found \"1\", expected a list of"
            + " positions of inputs",
        "{operator: A, free: x, parameters: [-1]} | line 5, column 41: found \"-1\", expected the"
            + " position of an input, 0 or more",
        "{operator: A, free: x, parameters: [1], buffers: [1]} | line 5, column 54: input 1 stands"
            + " among parameters and buffers",
        "{operator: A, free: x, versions: 1.5} | line 5, column 38: found \"1.5\", expected a"
            + " version such as 1, a range such as 1-3 or 2-, or a list of these",
        "{operator: A, free: x, versions: []} | line 5, column 38: found a list, expected a version"
            + " such as 1, a range such as 1-3 or 2-, or a list of these",
        "{operator: A, free: x, versions: 3-1} | line 5, column 38: version 1 is before 3",
        "{operator: A, outputs: {}} | line 5, column 28: found a mapping, expected a list of"
            + " outputs",
        "{operator: A, outputs: []} | line 5, column 28: the list is empty, expected at least one"
            + " output",
        "{operator: A, outputs: [{}]} | line 5, column 29: found no more of the output, expected"
            + " like, or type and shape",
        "{operator: A, outputs: [{type: int8}]} | line 5, column 29: found no more of the output,"
            + " expected like, or type and shape",
        "{operator: A, outputs: [{lik: 0}]} | line 5, column 30: an output has no key \"lik\","
            + " expected like, type, shape",
        "{operator: A, outputs: [{like: x}]} | line 5, column 36: found \"x\", expected the"
            + " position of an input, 0 or more",
        "{operator: A, outputs: [{like: 0, shape: 3}]} | line 5, column 46: found \"3\", expected a"
            + " list of dimensions",
        "{operator: A, outputs: [{like: 0, shape: [elements(out 0)]}]} | line 5, column 47:"
            + " \"elements(out 0)\", character 10: the outputs are not known where their shapes are"
            + " said, expected inputs",
        "{operator: A, outputs: [{like: 0, shape: [true]}]} | line 5, column 47: found \"true\","
            + " expected an expression such as elements(in 0)",
        "{operator: A, work: 3} | line 5, column 25: found \"3\", expected work as a mapping of"
            + " keys to values",
        "{operator: A, work: {}} | line 5, column 25: the work is empty; an operator that computes"
            + " nothing says free",
        "{operator: A, work: {exp: [1]}} | line 5, column 31: found a list, expected an expression"
            + " such as elements(in 0)",
        "{operator: A, work: {exp: dim(in 0, 1)}} | line 5, column 31: \"dim(in 0\", character 9:"
            + " found the end, expected \",\"; inside [ ] and { }, YAML wants quotes around an"
            + " expression with a comma or bracket",
        "{operator: A, work: {exp: 2 +}} | line 5, column 31: \"2 +\", character 4: found the end,"
            + " expected a number, a function or a parenthesis",
        "{operator: A, outputs: [{like: 0}], work: {exp: elements(out 1)}} | line 5, column 53:"
            + " \"elements(out 1)\", character 10: there is no output 1, the rule has 1 outputs",
      })
  void saysWhereAnOperatorIsWrong(String operator, String message) {
    assertRefused(Rules.HEAD + "  - " + operator, message);
  }

  @Test
  void refusesAnOperatorThatStandsTwice() {
    assertRefused(
        Rules.HEAD + RELU + "  - {operator: 'com.acme:Relu', versions: 2, free: x}",
        "line 8, column 5: the operator stands already at line 5, column 5");
    assertThat(
            Rules.parse(
                    Rules.HEAD
                        + "  - {operator: A, versions: 1-3, free: x}\n"
                        + "  - {operator: A, versions: 4-, free: x}")
                .plugin()
                .counters())
        .hasSize(2);
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertRefused(
        Rules.HEAD + "  - {operator: A, free: " + "x".repeat(501) + "}",
        "line 5, column 25: the text has more than 500 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{operator: A, wrok: {exp: 1}} | wrok | work",
        "{operator: A, work: {multiply_add: 1}} | multiply_add | multiply-add",
        "{operator: A, work: {exp: element(in 0)}} | element | elements",
        "{operator: A, outputs: [{type: float, shape: []}]} | float | float32",
      })
  void knowsWhatMayStandInThePlaceOfAWord(String operator, String found, String meant) {
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> Rules.parse(Rules.HEAD + "  - " + operator))
        .satisfies(
            wrong -> {
              assertThat(wrong.found()).isEqualTo(found);
              assertThat(wrong.known()).contains(meant);
              assertThat(wrong.isForLaterVersion()).isFalse();
            });
  }

  @Test
  void knowsAFileForALaterVersion() {
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> Rules.parse("modelcounter: 2\nother: keys"))
        .satisfies(wrong -> assertThat(wrong.isForLaterVersion()).isTrue());
  }

  @Test
  void offersTheSameToEverybody() {
    CounterPlugin plugin = Rules.example();
    assertThat(plugin.counters()).isEqualTo(plugin.counters());
    assertThat(plugin.shapeRules()).isEqualTo(List.copyOf(plugin.shapeRules()));
  }
}
