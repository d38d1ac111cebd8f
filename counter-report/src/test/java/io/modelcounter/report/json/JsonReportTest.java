package io.modelcounter.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.HostileNames;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void beginsWithTheVersionAndKeepsTheOrderOfItsFields() {
    assertThat(fields(read(SampleReports.small())))
        .containsExactly(
            "schemaVersion",
            "tool",
            "command",
            "input",
            "model",
            "conventionDefinitions",
            "totals",
            "conventions",
            "coverage",
            "plugins",
            "assumptions",
            "diagnostics",
            "modules",
            "layers",
            "memory",
            "storedTensors");
    assertThat(read(SampleReports.small()).get("schemaVersion").asText()).isEqualTo("1.0.1");
  }

  @Test
  void namesThePluginsThatTookPart() {
    JsonNode plugins = read(SampleReports.counted()).get("plugins");
    assertThat(plugins).hasSize(2);
    assertThat(fields(plugins.get(0)))
        .containsExactly("id", "version", "origin", "file", "sha256", "layers");
    assertThat(plugins.get(0).get("origin").asText()).isEqualTo("built-in");
    assertThat(plugins.get(0).get("file").isNull()).isTrue();
    assertThat(plugins.get(0).get("sha256").isNull()).isTrue();
    assertThat(plugins.get(1).get("id").asText()).isEqualTo("acme");
    assertThat(plugins.get(1).get("version").asText()).isEqualTo("1.2.0");
    assertThat(plugins.get(1).get("origin").asText()).isEqualTo("jar");
    assertThat(plugins.get(1).get("file").asText()).isEqualTo("acme.jar");
    assertThat(plugins.get(1).get("sha256").asText()).isEqualTo("0123456789abcdef".repeat(4));
    assertThat(plugins.get(1).get("layers").asInt()).isEqualTo(12);
  }

  @Test
  void layersThatAreLeftOutAreMarked() {
    JsonNode report = read(SampleReports.ignored());
    assertThat(report.at("/layers/0").has("ignored")).isFalse();
    assertThat(report.at("/layers/1/ignored").booleanValue()).isTrue();
    assertThat(report.at("/layers/1/macs").intValue()).isEqualTo(1000);
    assertThat(report.at("/totals/macs").intValue()).isEqualTo(1600);
    assertThat(report.at("/coverage/ignored").intValue()).isEqualTo(1);
    assertThat(report.at("/coverage/total").intValue()).isEqualTo(1);
  }

  @Test
  void totalsOfOneSampleAreNumbersOrFractions() {
    JsonNode report = read(SampleReports.ignored()).get("perSample");
    assertThat(fields(report))
        .containsExactly(
            "samples",
            "macs",
            "flops",
            "peakActivationBytes",
            "readBytes",
            "writeBytes",
            "conventions");
    assertThat(report.get("samples").intValue()).isEqualTo(8);
    assertThat(report.get("macs").intValue()).isEqualTo(200);
    assertThat(report.get("flops").textValue()).isEqualTo("3201/8");
    assertThat(read(SampleReports.perSymbolicSample()).at("/perSample/macs").textValue())
        .isEqualTo("batch + 6");
    assertThat(read(SampleReports.small()).has("perSample")).isFalse();
  }

  @Test
  void aLayerHasItsFieldsInOrder() {
    assertThat(fields(read(SampleReports.small()).get("layers").get(0)))
        .containsExactly(
            "index",
            "name",
            "scope",
            "op",
            "domain",
            "opset",
            "graph",
            "status",
            "macs",
            "flops",
            "parameters",
            "weightBytes",
            "readBytes",
            "writeBytes",
            "work",
            "formula",
            "countedBy",
            "inputs",
            "outputs",
            "multiplicity",
            "conventions");
  }

  @Test
  void givesEveryLayerAsTheAnalysisHasIt() {
    Analysis analysis = SampleReports.small().analysis();
    JsonNode layers = read(SampleReports.small()).get("layers");
    assertThat(layers).hasSameSizeAs(analysis.layers());
    for (LayerCost layer : analysis.layers()) {
      JsonNode node = layers.get(layer.index());
      assertThat(node.get("index").intValue()).isEqualTo(layer.index());
      assertThat(node.get("name").asText()).isEqualTo(layer.name());
      assertThat(node.get("scope").asText()).isEqualTo(String.join(".", layer.scope()));
      assertThat(node.get("status").asText()).isEqualTo(layer.status().text());
      assertThat(size(node.get("macs"))).isEqualTo(layer.amount("macs").exactValue());
      assertThat(size(node.get("flops"))).isEqualTo(layer.amount("flops").exactValue());
      assertThat(size(node.get("parameters"))).isEqualTo(layer.parameters().exactValue());
    }
  }

  @Test
  void totalsAreTheSumsOfTheLayers() {
    JsonNode report = read(SampleReports.small());
    for (String metric :
        List.of("macs", "flops", "parameters", "weightBytes", "readBytes", "writeBytes")) {
      BigInteger sum = BigInteger.ZERO;
      for (JsonNode layer : report.get("layers")) {
        sum = sum.add(layer.get(metric).bigIntegerValue());
      }
      assertThat(report.get("totals").get(metric).bigIntegerValue()).as(metric).isEqualTo(sum);
    }
  }

  @Test
  void workIsGivenByKindInCamelCase() {
    JsonNode layers = read(SampleReports.small()).get("layers");
    assertThat(layers.get(0).get("work")).hasToString("{\"multiplyAdd\":6912}");
    assertThat(layers.get(1).get("work")).hasToString("{\"compare\":256}");
    assertThat(layers.get(2).get("work")).hasToString("{}");
  }

  @Test
  void otherConventionsHaveAnObjectOfTheirOwn() {
    JsonNode report = read(SampleReports.small());
    assertThat(report.get("conventions")).hasToString("{\"paper\":9472}");
    assertThat(report.get("totals").has("conventions")).isFalse();
    assertThat(fields(report.get("conventionDefinitions")))
        .containsExactly("flops", "macs", "paper");
  }

  @Test
  void formulasAreStringsThatCanBeReadBack() {
    Analysis analysis = SampleReports.symbolic().analysis();
    JsonNode report = read(SampleReports.symbolic());
    JsonNode macs = report.get("totals").get("macs");
    assertThat(macs.isTextual()).isTrue();
    assertThat(Size.parse(macs.asText())).isEqualTo(analysis.totals().macs().exactValue());
    assertThat(report.get("totals").has("bounds")).isFalse();
    assertThat(report.get("layers").get(0).get("inputs").get(0).get("shape"))
        .hasToString("[\"batch\",\"sequence\",768]");
    assertThat(report.get("model").get("symbols")).hasToString("[\"batch\",\"sequence\"]");
  }

  @Test
  void unknownIsNullWithOpenBounds() {
    JsonNode magic = read(SampleReports.withGaps()).get("layers").get(1);
    assertThat(magic.get("macs").isNull()).isTrue();
    assertThat(magic.get("work").isNull()).isTrue();
    assertThat(magic.get("bounds").get("macs"))
        .hasToString("{\"low\":0,\"high\":null,\"reasons\":[0]}");
    assertThat(magic.get("reason").asText()).contains("com.acme:Magic");
    assertThat(magic.get("outputs").get(0).get("shape").isNull()).isTrue();
  }

  @Test
  void boundedAmountsHaveBothEnds() {
    JsonNode branch = read(SampleReports.withGaps()).get("layers").get(2);
    assertThat(branch.get("status").asText()).isEqualTo("bounded");
    assertThat(branch.get("bounds").get("flops"))
        .hasToString("{\"low\":200,\"high\":600,\"reasons\":[1]}");
    assertThat(branch.get("work")).hasToString("{\"multiplyAdd\":null}");
    assertThat(branch.get("bounds").get("work"))
        .hasToString("{\"multiplyAdd\":{\"low\":100,\"high\":300,\"reasons\":[1]}}");
  }

  @Test
  void openTotalsHaveBounds() {
    JsonNode report = read(SampleReports.withGaps());
    assertThat(report.get("totals").get("macs").isNull()).isTrue();
    assertThat(report.get("totals").get("bounds").get("macs"))
        .hasToString("{\"low\":386,\"high\":null,\"reasons\":[0,1]}");
    assertThat(report.get("coverage"))
        .hasToString(
            "{\"exact\":2,\"bounded\":1,\"unknown\":1,\"free\":0,\"total\":4,\"ignored\":0}");
  }

  @Test
  void shapesTellUnknownDimensionsFromBoundedOnesAndFromUnknownRank() {
    JsonNode layers = read(SampleReports.withGaps()).get("layers");
    assertThat(layers.get(2).get("inputs").get(0).get("shape")).hasToString("[2,null]");
    assertThat(layers.get(2).get("outputs").get(0).get("shape")).hasToString("[\"kept\",4]");
    assertThat(layers.get(3).get("outputs").get(0).get("shape").isNull()).isTrue();
    assertThat(layers.get(3).get("outputs").get(0).get("type").asText()).isEqualTo("float32");
  }

  @Test
  void workOfARepeatedLayerIsThatOfOneInference() {
    JsonNode inner = read(SampleReports.withGaps()).get("layers").get(3);
    assertThat(inner.get("multiplicity").intValue()).isEqualTo(5);
    assertThat(inner.get("work").get("multiplyAdd")).isEqualTo(inner.get("macs"));
  }

  @Test
  void theMemoryCurveHasOneAmountAStep() {
    JsonNode memory = read(SampleReports.small()).get("memory");
    assertThat(memory.get("curve")).hasToString("[1792,2048,2048,1064]");
    assertThat(memory.get("peakStep").intValue()).isEqualTo(1);
    assertThat(memory.get("peakNode").asText()).isEqualTo("/features/relu/Relu");
    assertThat(memory.get("aliveAtPeak")).hasSize(2);
    JsonNode gaps = read(SampleReports.withGaps()).get("memory");
    assertThat(gaps.get("peakStep").isNull()).isTrue();
    assertThat(gaps.get("curve")).hasToString("[128,null,null]");
    assertThat(gaps.get("bounds").get("curve").get("1"))
        .hasToString("{\"low\":64,\"high\":null,\"reasons\":[2]}");
  }

  @Test
  void whatIsOpenRefersToTheEndOfTheDocument() {
    JsonNode report = read(SampleReports.withGaps());
    assertThat(report.get("reasons").get(0).asText()).contains("com.acme:Magic");
    assertThat(report.get("reasons").get(1).asText()).isEqualTo("The condition is not known.");
    assertThat(report.at("/dataDependentSizes/0/name").asText()).isEqualTo("kept");
    assertThat(report.at("/dataDependentSizes/0/most").intValue()).isEqualTo(100);
    assertThat(report.at("/dataDependentSizes/1/most").isNull()).isTrue();
    assertThat(report.at("/layers/2/inputs/0/unknownSizes/0").asText()).isEqualTo("nonzero_0");
    assertThat(read(SampleReports.small()).has("reasons")).isFalse();
    assertThat(read(SampleReports.small()).has("dataDependentSizes")).isFalse();
  }

  @Test
  void oneExecutionIsToldWhereTheWorkOfAllDoesNotTellIt() {
    JsonNode layers = read(SampleReports.withGaps()).get("layers");
    assertThat(layers.get(0).has("execution")).isFalse();
    assertThat(layers.get(2).get("execution"))
        .hasToString(
            "{\"low\":{\"multiplyAdd\":100},\"high\":{\"multiplyAdd\":300},"
                + "\"reason\":\"The condition is not known.\"}");
    assertThat(layers.get(3).get("execution")).hasToString("{\"low\":{\"multiplyAdd\":6}}");
  }

  @Test
  void numbersOfAnyLengthStayExact() {
    JsonNode report = read(SampleReports.huge());
    assertThat(report.get("numbers").asText()).isEqualTo("bigint");
    assertThat(report.get("totals").get("macs").bigIntegerValue())
        .isEqualTo(BigInteger.TEN.pow(40));
  }

  @Test
  void theTreeOfModulesEndsBeforeReadersRefuseIt() {
    JsonNode module = read(SampleReports.deep(300)).get("modules");
    int depth = 0;
    while (!module.get("children").isEmpty()) {
      module = module.get("children").get(0);
      depth++;
    }
    assertThat(depth).isEqualTo(64);
    assertThat(module.get("childrenLeftOut").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "symbolic"})
  void linesEndWithANewlineAndNumbersHaveNoFraction(String sample) {
    Report report = sample.equals("small") ? SampleReports.small() : SampleReports.symbolic();
    String text = Rendering.text(new JsonReport(), report);
    assertThat(text).endsWith("}\n").doesNotContain("\r");
    assertThat(numbers(read(report))).isNotEmpty().allMatch(JsonNode::isIntegralNumber);
  }

  @Test
  void hostileNamesComeBackUnchangedAndPrintNothingButText() {
    for (String name : HostileNames.all()) {
      String text = Rendering.text(new JsonReport(), SampleReports.named(name));
      JsonNode layer = parse(text).get("layers").get(0);
      assertThat(layer.get("name").asText()).isEqualTo(name);
      assertThat(layer.get("op").asText()).isEqualTo(name);
      assertThat(text.codePoints())
          .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || (c >= 0x2028 && c <= 0x202e)));
    }
  }

  private static JsonNode read(Report report) {
    return parse(Rendering.text(new JsonReport(), report));
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Size size(JsonNode node) {
    return node.isTextual() ? Size.parse(node.asText()) : Size.of(node.bigIntegerValue());
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<JsonNode> numbers(JsonNode node) {
    List<JsonNode> numbers = new ArrayList<>();
    if (node.isNumber()) {
      numbers.add(node);
    }
    node.forEach(child -> numbers.addAll(numbers(child)));
    return numbers;
  }
}
