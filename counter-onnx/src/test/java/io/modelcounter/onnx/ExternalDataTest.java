package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.attribute;
import static io.modelcounter.onnx.OnnxFiles.entry;
import static io.modelcounter.onnx.OnnxFiles.graph;
import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.node;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** External data is measured, never opened, and never outside the directory of the model. */
class ExternalDataTest {
  @TempDir Path directory;

  private static WireWriter external(String location, WireWriter... others) {
    return tensor("w", 1, 2, 5)
        .message(13, entry("location", location))
        .message(13, others)
        .varint(14, 1);
  }

  private static void refuses(String code, WireWriter tensor) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> OnnxFiles.read(withInitializer(tensor)));
    assertThat(refusal).extracting(ModelException::code).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a/../../etc/passwd",
        "/etc/passwd",
        "C:\\x",
        "\\\\srv\\s",
        "a\\..\\..\\b",
        "NUL",
        "con.bin",
        "f.bin:stream",
        "http://example.org/w",
        "file:///etc/passwd",
        "jar:x",
        "*/_ORT_MEM_ADDR_/*",
        "a\nb"
      })
  void refusesPlacesOutsideTheDirectory(String location) {
    refuses("E0501", external(location));
  }

  @Test
  void refusesPathsThatAreNone() {
    refuses("E0501", external("x".repeat(5_000)));
    refuses("E0502", external(""));
    refuses("E0502", external("."));
    refuses("E0205", tensor("w", 1, 2).message(13, badText()).varint(14, 1));
  }

  private static WireWriter badText() {
    return new WireWriter().text(1, "location").bytes(2, new byte[] {'a', (byte) 0xff});
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9223372036854775808", "abc", " 12 ", ""})
  void refusesNumbersThatAreNone(String number) {
    refuses("E0505", external("w.bin", entry("offset", number)));
    refuses("E0505", external("w.bin", entry("length", number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"39", "41", "1125899906842624"})
  void refusesALengthThatDoesNotFitTheTensor(String length) {
    refuses("E0505", external("w.bin", entry("length", length)));
  }

  @Test
  void refusesTwoLocationsAndElementsInTwoPlaces() {
    refuses("E0505", external("w.bin", entry("location", "v.bin")));
    refuses("E0315", external("w.bin").bytes(9, new byte[40]));
  }

  @Test
  void givesTheDeclaredOrImpliedLength() {
    Model model = OnnxFiles.read(withInitializer(external("w.bin", entry("length", "40"))));
    Constant constant = model.graph().initializers().get("w");
    assertThat(constant.externalBytes()).hasValue(40);
    assertThat(constant.value()).isEmpty();
    assertThat(model.origin().externalBytes()).isEqualTo(40);
    assertThat(OnnxFiles.read(withInitializer(external("w.bin"))).origin().externalBytes())
        .isEqualTo(40);
  }

  @Test
  void refusesTheSameInEveryPlaceOfATensor() {
    WireWriter evil = external("../x");
    WireWriter value = attribute("value", 4).message(5, evil);
    WireWriter inner = graph(node("Relu", "x", "y").message(5, value));
    List<WireWriter> files =
        List.of(
            model(relu().message(5, evil)),
            model(relu().message(15, new WireWriter().message(1, evil))),
            model(relu().message(15, new WireWriter().message(2, evil))),
            model(inner),
            model(graph(node("Relu", "x", "y").message(5, attribute("t", 9).message(10, evil)))),
            model(graph(node("If", "x", "y").message(5, attribute("b", 5).message(6, inner)))),
            model(relu())
                .message(25, new WireWriter().message(7, node("Relu", "x", "y").message(5, value))),
            model(relu()).message(20, new WireWriter().message(1, relu().message(5, evil))));
    for (WireWriter file : files) {
      ModelException refusal =
          catchThrowableOfType(ModelException.class, () -> OnnxFiles.read(file));
      assertThat(refusal).extracting(ModelException::code).isEqualTo("E0501");
    }
  }

  private Path write(WireWriter file) throws IOException {
    return Files.write(directory.resolve("model.onnx"), file.toBytes());
  }

  private static List<String> codes(Path file) {
    List<String> codes = new ArrayList<>();
    new OnnxModelReader().read(ModelInput.of(file), d -> codes.add(d.code()));
    return codes;
  }

  @Test
  void remarksOnFilesThatAreMissingOrTooShort() throws IOException {
    Path file = write(withInitializer(external("w.bin", entry("offset", "8"))));
    assertThat(codes(file)).containsExactly("W0504");
    Files.write(directory.resolve("w.bin"), new byte[47]);
    assertThat(codes(file)).containsExactly("W0505");
    Files.write(directory.resolve("w.bin"), new byte[48]);
    assertThat(codes(file)).isEmpty();
  }

  @Test
  void remarksOnUnknownEntries() throws IOException {
    Files.write(directory.resolve("w.bin"), new byte[40]);
    Path file = write(withInitializer(external("w.bin", entry("__class__", "x"))));
    assertThat(codes(file)).containsExactly("W0511");
  }

  @Test
  void refusesLinksToElsewhereAndDirectories(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.write(elsewhere.resolve("secret"), new byte[40]);
    Files.createSymbolicLink(directory.resolve("w.bin"), secret);
    Files.createSymbolicLink(directory.resolve("linked"), elsewhere);
    Files.createDirectory(directory.resolve("folder"));
    for (String location : List.of("w.bin", "linked/secret", "folder")) {
      Path file = write(withInitializer(external(location)));
      ModelException refusal = catchThrowableOfType(ModelException.class, () -> codes(file));
      assertThat(refusal).extracting(ModelException::code).isEqualTo("E0502");
    }
  }

  @Test
  void readsTheLayoutOfTheHuggingFaceCache() throws IOException {
    Path blobs = Files.createDirectories(directory.resolve("blobs"));
    Path snapshot = Files.createDirectories(directory.resolve("snapshots/1"));
    Files.write(blobs.resolve("aa"), withInitializer(external("w.bin")).toBytes());
    Files.write(blobs.resolve("bb"), new byte[40]);
    Files.createSymbolicLink(snapshot.resolve("w.bin"), Path.of("../../blobs/bb"));
    Path file = Files.createSymbolicLink(snapshot.resolve("m.onnx"), Path.of("../../blobs/aa"));
    assertThat(codes(file)).isEmpty();
  }

  @Test
  void limitsTheNumberOfFiles() {
    WireWriter graph = relu();
    for (int i = 0; i <= Limits.EXTERNAL_FILES; i++) {
      graph.message(5, tensor("w" + i, 1, 1).message(13, entry("location", "f" + i)).varint(14, 1));
    }
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> OnnxFiles.read(model(graph)));
    assertThat(refusal.code()).isEqualTo("E0411");
  }

  @Test
  void listsOnlySomeDiagnosticsOfAKind() throws IOException {
    WireWriter graph = relu();
    for (int i = 0; i < 100; i++) {
      graph.message(5, tensor("w" + i, 1, 1).message(13, entry("location", "f" + i)).varint(14, 1));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    new OnnxModelReader().read(ModelInput.of(write(model(graph))), diagnostics::add);
    assertThat(diagnostics).hasSize(Limits.DIAGNOSTICS + 1);
    assertThat(diagnostics.get(Limits.DIAGNOSTICS).message()).isEqualTo("and 80 more of this kind");
  }
}
