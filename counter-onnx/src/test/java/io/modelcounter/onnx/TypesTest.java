package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared types and what becomes of dimensions that are no numbers. */
class TypesTest {

  private static WireWriter dim(String text) {
    return new WireWriter().message(1, new WireWriter().text(2, text));
  }

  private static Size inputDim(WireWriter shape) {
    Graph graph = OnnxFiles.read(model(relu().message(11, value("v", shape)))).graph();
    return ((TensorType) graph.inputs().get(1).type()).shape().dim(0);
  }

  private static ValueType declared(WireWriter type) {
    WireWriter info = new WireWriter().text(1, "v").message(2, type);
    ValueType found = OnnxFiles.read(model(relu().message(13, info))).graph().declared().get("v");
    assertThat(found).isNotNull();
    return found;
  }

  private static WireWriter message(int field, WireWriter value) {
    return new WireWriter().message(field, value);
  }

  @ParameterizedTest
  @CsvSource({
    "batch, batch",
    "8*h8, 8*h8",
    "past+seq, past + seq",
    "2*s0 + 1, 2*s0 + 1",
    "batch*sequence, batch*sequence",
    "x.1, x.1",
    "224, 224",
  })
  void readsExpressionsInPlainNames(String text, String size) {
    assertThat(inputDim(dim(text))).isEqualTo(Size.parse(size));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch-size",
        "encoder/sequence",
        "Gatheronnx::Shape_2525_dim_0",
        "/model/Reshape_output_0",
        "?",
        "-1",
        "a b",
        "seq+",
        "größe"
      })
  void takesOtherTextsAsOneName(String text) {
    assertThat(inputDim(dim(text))).isEqualTo(Size.of(Symbol.named(text)));
  }

  @Test
  void namesDimensionsWithoutSizeAfterTheInput() {
    WireWriter shape = message(1, new WireWriter());
    assertThat(inputDim(shape)).isEqualTo(Size.of(Symbol.named("v.0")));
    assertThat(inputDim(dim(""))).isEqualTo(Size.of(Symbol.named("v.0")));
  }

  @Test
  void takesDimensionsWithoutSizeOfOtherValuesAsDataDependent() {
    WireWriter tensor = new WireWriter().varint(1, 1).message(2, message(1, new WireWriter()));
    TensorType type = (TensorType) declared(message(1, tensor));
    Symbol symbol = type.shape().dim(0).symbols().iterator().next();
    assertThat(symbol.name()).isEqualTo("v.0");
    assertThat(symbol.isDataDependent()).isTrue();
    assertThat(symbol.reason()).contains("the file gives no size");
  }

  @Test
  void takesMinusOneAsUnknownAndSaysSo() {
    WireWriter file = model(relu().message(11, value("v", -1)));
    assertThat(inputDim(message(1, new WireWriter().varint(1, -1)))).hasToString("v.0");
    assertThat(OnnxFiles.diagnostics(file)).extracting(Diagnostic::code).containsExactly("W0313");
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, Long.MIN_VALUE})
  void refusesOtherNegativeDimensions(long dim) {
    ModelException refusal =
        catchThrowableOfType(
            ModelException.class, () -> OnnxFiles.read(model(relu().message(13, value("v", dim)))));
    assertThat(refusal.code()).isEqualTo("E0313");
  }

  @Test
  void keepsDimensionsOfZero() {
    assertThat(inputDim(message(1, new WireWriter().varint(1, 0)))).isEqualTo(Size.ZERO);
  }

  @Test
  void readsEveryKindOfType() {
    WireWriter tensor = new WireWriter().varint(1, 7).message(2, new WireWriter());
    WireWriter plain = message(1, tensor);
    assertThat(declared(plain)).hasToString("int64[]");
    assertThat(declared(message(1, new WireWriter().varint(1, 7)))).hasToString("int64[?]");
    assertThat(declared(message(8, tensor)).text()).isEqualTo("sparse(int64)");
    assertThat(declared(message(4, message(1, plain)))).hasToString("sequence(int64[])");
    assertThat(declared(message(9, message(1, plain)))).hasToString("optional(int64[])");
    assertThat(declared(message(5, new WireWriter().varint(1, 8).message(2, plain))))
        .hasToString("map(string, int64[])");
    assertThat(declared(message(7, new WireWriter().text(2, "blob"))).text()).isEqualTo("unknown");
    assertThat(declared(new WireWriter()).text()).isEqualTo("unknown");
  }

  @Test
  void refusesATypeGivenInTwoWays() {
    WireWriter tensor = new WireWriter().varint(1, 7);
    WireWriter type = new WireWriter().message(1, tensor).message(8, tensor);
    ModelException refusal = catchThrowableOfType(ModelException.class, () -> declared(type));
    assertThat(refusal.code()).isEqualTo("E0203");
  }
}
