package io.modelcounter.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import io.modelcounter.report.json.JsonReport;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.symbolic.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportReaderTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.small(),
        SampleReports.symbolic(),
        SampleReports.withGaps(),
        SampleReports.ignored(),
        SampleReports.quantized(),
        SampleReports.perSymbolicSample(),
        SampleReports.huge(),
        SampleReports.empty(),
        SampleReports.many(40),
        SampleReports.blocks(12),
        SampleReports.counted(),
        SampleReports.named("a \"name\" <b> ; | ` \\ \u202e \n ümläut"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyFormatIsTheSameWithoutTheModel(Report report) throws IOException {
    Report again = read(Rendering.text(new JsonReport(), report), report.top());
    for (ReportRenderer renderer : ServiceLoader.load(ReportRenderer.class)) {
      assertThat(Rendering.text(renderer, again))
          .as(renderer.format())
          .isEqualTo(Rendering.text(renderer, report));
    }
  }

  @Test
  void everyTypeIsReadBack() throws IOException {
    ValueType unknown = ValueType.unknown("x");
    Shape open = Shape.unknownRank("x");
    ValueType tensor =
        ValueType.tensor(ElementType.FLOAT16, Shape.of(Size.of(3), Size.parse("n + 1")));
    List<ValueType> types =
        List.of(
            unknown,
            tensor,
            ValueType.tensor(ElementType.UNKNOWN, open),
            ValueType.tensor(ElementType.UNKNOWN, Shape.scalar()),
            ValueType.tensor(ElementType.STRING, open),
            new SparseTensorType(ElementType.INT8, Shape.of(7)),
            new SparseTensorType(ElementType.INT8, open),
            new SequenceType(tensor, Optional.empty()),
            new SequenceType(unknown, Optional.empty()),
            new OptionalType(new SequenceType(tensor, Optional.empty())),
            new MapType(ElementType.STRING, new MapType(ElementType.INT64, tensor)));
    Report report = SampleReports.typed(types);
    List<ValueInfo> again = read(Rendering.text(new JsonReport(), report), 15).analysis().inputs();
    assertThat(again.stream().map(value -> value.type().toString()))
        .containsExactlyElementsOf(types.stream().map(ValueType::toString).toList());
  }

  @Test
  void whatTheReportDoesNotHaveComesFromTheCaller() throws IOException {
    assertThat(read(json(), 3).top()).isEqualTo(3);
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() throws IOException {
    ObjectNode document = document();
    document.put("schemaVersion", "1.0.999").put("news", 1);
    ((ObjectNode) document.at("/layers/0")).putArray("news");
    assertThat(read(document.toString(), 15).analysis().layers())
        .hasSize(document.get("layers").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.0.0  | update modelcounter
          1.1.0  | update modelcounter
          1.0.0  | analyse the model again with this version of modelcounter
          0.9.17 | analyse the model again with this version of modelcounter
          """)
  void refusesOtherVersions(String version, String hint) {
    ModelException failure = refusal(document().put("schemaVersion", version).toString());
    assertThat(failure.code()).isEqualTo("E0111");
    assertThat(failure).hasMessageContaining(version);
    assertThat(failure.hint()).contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /layers/0/macs             | true      | layers[0].macs: found true, expected an integer
          /layers/0/macs             | "2*"      | layers[0].macs: Cannot read the expression '2*'
          /layers/0/macs             | null      | layers[0]: there is no field "bounds"
          /layers/0/index            | 7         | layers[0].index: found 7, expected the position in the list, 0
          /layers/0/status           | "bounded" | layers[0].status: found "bounded", expected "exact" by the other fields
          /layers/0/work/magic       | 5         | layers[0].work.magic: there is no work of this kind
          /layers/0/opset            | -1        | layers[0].opset: found -1, expected a number from 0 to 2^31 - 1
          /layers/0/inputs/0/type    | "float33" | layers[0].inputs[0].type: found "float33", expected the name of a type
          /layers/0/inputs/0/shape/0 | null      | layers[0].inputs[0].shape[0]: found null, expected a size that
          /memory/tensors/0/lastStep | 99        | memory.tensors[0].lastStep: found 99, expected a step from 0 to
          /plugins                   | {}        | plugins: found an object, expected a list
          /totals                    | []        | totals: found a list, expected an object
          /tool/version              | 5         | tool.version: found 5, expected a text
          /schemaVersion             | "one"     | schemaVersion: found "one", expected a version such as
          """)
  void saysWhichFieldIsWrong(String pointer, String value, String message) throws IOException {
    ObjectNode document = document();
    int slash = pointer.lastIndexOf('/');
    JsonNode owner = document.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1);
    if (owner instanceof ArrayNode list) {
      list.set(Integer.parseInt(key), MAPPER.readTree(value));
    } else {
      ((ObjectNode) owner).set(key, MAPPER.readTree(value));
    }
    ModelException failure = refusal(document.toString());
    assertThat(failure.code()).isEqualTo("E0110");
    assertThat(failure).hasMessageStartingWith(message);
  }

  @Test
  void refusesSamplesThatThereAreNoneOf() throws IOException {
    String json = Rendering.text(new JsonReport(), SampleReports.perSymbolicSample());
    ObjectNode document = (ObjectNode) MAPPER.readTree(json);
    ((ObjectNode) document.get("perSample")).put("samples", 0);
    assertThat(refusal(document.toString()))
        .hasMessage("perSample.samples: found 0, expected a number of samples, at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"runs": []}                                 | no report that modelcounter wrote
          {"schemaVersion": "1.0.1"}                   | no report that modelcounter wrote
          {"schemaVersion": 5, "layers": []}           | no report that modelcounter wrote
          []                                           | found a list, expected an object
          {"schemaVersion": "1.0.1", "layers": [       | line 1
          {"layers": 1, "layers": 2}                   | Duplicate field
          {} {}                                        | line 1
          ONNX                                         | line 1
          ^^                                           | expected an object
          """)
  void refusesWhatIsNoReport(String text, String message) {
    ModelException failure = refusal(text);
    assertThat(failure.code()).isEqualTo("E0110");
    assertThat(failure).hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("E0412");
    assertThat(refusal("{\"a\":".repeat(100_000)).code()).isEqualTo("E0412");
  }

  @Test
  void refusesANumberThatIsTooLong() {
    assertThat(refusal("{\"layers\": " + "9".repeat(20_000) + "}").code()).isEqualTo("E0412");
  }

  /** Whatever is wrong with a document, it is read or refused. */
  @Test
  void noDamageIsABug() {
    Random random = new Random(7);
    List<String> documents =
        reports().map(report -> Rendering.text(new JsonReport(), report)).toList();
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      String document = documents.get(random.nextInt(documents.size()));
      if (isRefused(damaged(document, random).toString())) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static boolean isRefused(String document) {
    try {
      Report report = read(document, 15);
      ServiceLoader.load(ReportRenderer.class)
          .forEach(renderer -> Rendering.bytes(renderer, report));
      return false;
    } catch (ModelException refusal) {
      return true;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document with one value that is another one, or missing. */
  private static JsonNode damaged(String document, Random random) {
    try {
      JsonNode root = MAPPER.readTree(document);
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      JsonNode owner = containers.get(random.nextInt(containers.size()));
      List<JsonNode> others =
          List.of(
              MAPPER.readTree("null"),
              MAPPER.readTree("-1"),
              MAPPER.readTree("99999999999999999999"),
              MAPPER.readTree("1.5"),
              MAPPER.readTree("\"x/0\""),
              MAPPER.readTree("\"1 - batch\""),
              MAPPER.readTree("\"\""),
              MAPPER.readTree("{}"),
              MAPPER.readTree("[]"));
      JsonNode other = others.get(random.nextInt(others.size()));
      if (owner instanceof ArrayNode list) {
        list.set(random.nextInt(list.size()), other);
      } else {
        List<String> names = new ArrayList<>();
        owner.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
          ((ObjectNode) owner).remove(name);
        } else {
          ((ObjectNode) owner).set(name, other);
        }
      }
      return root;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static ModelException refusal(String document) {
    assertThatThrownBy(() -> read(document, 15)).isInstanceOf(ModelException.class);
    return catchThrowableOfType(ModelException.class, () -> read(document, 15));
  }

  private static Report read(String document, int top) throws IOException {
    return ReportReader.read(
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), top);
  }

  private static String json() {
    return Rendering.text(new JsonReport(), SampleReports.small());
  }

  private static ObjectNode document() {
    try {
      return (ObjectNode) MAPPER.readTree(json());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
