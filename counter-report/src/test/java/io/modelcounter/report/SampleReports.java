package io.modelcounter.report;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.analysis.Reading;
import io.modelcounter.analysis.Report;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The reports that the tests of every format render. */
public final class SampleReports {
  private static final OperatorId CONV = OperatorId.onnx("Conv", 11);
  private static final OperatorId RELU = OperatorId.onnx("Relu", 14);
  private static final OperatorId MATMUL = OperatorId.onnx("MatMul", 13);
  private static final OperatorId RESHAPE = OperatorId.onnx("Reshape", 14);
  private static final Amount ONCE = Amount.exact(Size.ONE);

  private SampleReports() {}

  /** Four layers of which every number is known. */
  public static Report small() {
    TensorType input = floats("1", "3", "8", "8");
    TensorType features = floats("1", "4", "8", "8");
    TensorType flat = floats("1", "256");
    TensorType output = floats("1", "10");
    return new SampleModel("small.onnx")
        .input(value("image", input))
        .convention("paper", "mult-adds of convolutions and fully connected layers")
        .layer(
            layer(0, CONV, "/features/conv/Conv", "features", "conv")
                .cost(products("4*8*8 * 3*3*3", 6912), "modelcounter", ONCE)
                .amount("macs", exact(6912))
                .amount("flops", exact(13824))
                .amount("paper", exact(6912))
                .parameters(exact(108), exact(432))
                .traffic(new Traffic(exact(1200), exact(1024)))
                .input(value("image", input))
                .output(value("features", features))
                .build())
        .layer(
            layer(1, RELU, "/features/relu/Relu", "features", "relu")
                .cost(
                    Cost.of(
                        Work.of(WorkKind.COMPARE, ElementType.FLOAT32, Size.of(256)),
                        Formula.of("n").where("n", "elements", Size.of(256))),
                    "modelcounter",
                    ONCE)
                .amount("macs", Amount.zero())
                .amount("flops", exact(256))
                .amount("paper", Amount.zero())
                .traffic(new Traffic(exact(1024), exact(1024)))
                .input(value("features", features))
                .output(value("relu", features))
                .build())
        .layer(
            layer(2, RESHAPE, "/Reshape")
                .cost(Cost.free("only the shape changes"), "modelcounter", ONCE)
                .amount("macs", Amount.zero())
                .amount("flops", Amount.zero())
                .amount("paper", Amount.zero())
                .input(value("relu", features))
                .output(value("flat", flat))
                .build())
        .layer(
            layer(3, MATMUL, "/head/MatMul", "head")
                .cost(products("10 * 256", 2560), "modelcounter", ONCE)
                .amount("macs", exact(2560))
                .amount("flops", exact(5120))
                .amount("paper", exact(2560))
                .parameters(exact(2560), exact(10240))
                .traffic(new Traffic(exact(11264), exact(40)))
                .input(value("flat", flat))
                .output(value("scores", output))
                .build())
        .stored("conv.weight", floats("4", "3", "3", "3"), InputRole.PARAMETER, "weight of a Conv")
        .stored("head.weight", floats("256", "10"), InputRole.PARAMETER, "operand of a MatMul")
        .stored("running", floats("4"), InputRole.BUFFER, "running mean")
        .live("image", input, 0, 0)
        .live("features", features, 0, 1)
        .live("relu", features, 1, 2)
        .live("flat", flat, 2, 3)
        .live("scores", output, 3, 3)
        .notes(
            List.of("The batch is 1, as the file says."),
            List.of(Diagnostic.info("I0001", "", "Nothing odd.").withHint("Nothing to do.")))
        .report();
  }

  /** Layers with formulas, one of them longer than any column. */
  public static Report symbolic() {
    SampleModel model = new SampleModel("symbolic.onnx");
    TensorType tokens = floats("batch", "sequence", "768");
    model.input(value("tokens", tokens)).live("tokens", tokens, 0, 1);
    String projection = "84934656*batch*sequence";
    String attention =
        "18432*batch*sequence^2 + 12345678*floor(1000000*batch/7) + 99999*max(batch, 2*sequence)"
            + " + 55555*min(batch, 3*sequence)";
    add(model, tokens, "/attention/query/MatMul", projection, "encoder", "attention");
    add(model, tokens, "/attention/MatMul", attention, "encoder", "attention");
    return model.report();
  }

  /** Layers that are unknown, bounded, repeated, or of which a shape is not known. */
  public static Report withGaps() {
    TensorType input = floats("1", "16");
    Symbol found = Symbol.dataDependent("nonzero_0", "How many are found depends on the data.");
    Symbol kept = Symbol.dataDependent("kept", "At most 100 are kept.", Size.of(100));
    TensorType open = new TensorType(ElementType.INT64, Shape.of(Size.of(2), Size.of(found)));
    TensorType some = new TensorType(ElementType.FLOAT32, Shape.of(Size.of(kept), Size.of(4)));
    Amount unknown = Amount.unknown("No counter serves com.acme:Magic.");
    Amount range = Amount.between(Size.of(100), Size.of(300), "The condition is not known.");
    return new SampleModel("gaps.onnx")
        .input(value("x", input))
        .layer(
            layer(0, MATMUL, "known")
                .cost(products("16 * 16", 256).assuming("Rows are full."), "modelcounter", ONCE)
                .amount("macs", exact(256))
                .amount("flops", exact(512))
                .parameters(exact(256), exact(1024))
                .input(value("x", input))
                .output(value("y", input))
                .build())
        .layer(
            layer(1, new OperatorId("com.acme", "Magic", 1), "magic")
                .cost(Cost.unknown("No counter serves com.acme:Magic."), "", ONCE)
                .amount("macs", unknown)
                .amount("flops", unknown)
                .traffic(new Traffic(unknown, unknown))
                .input(value("y", input))
                .output(value("z", ValueType.unknown("no shape rule serves com.acme:Magic")))
                .build())
        .layer(
            layer(2, OperatorId.onnx("If", 16), "branch")
                .cost(
                    Cost.between(
                        Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, Size.of(100)),
                        Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, Size.of(300)),
                        Formula.of("either branch"),
                        "The condition is not known."),
                    "modelcounter",
                    ONCE)
                .amount("macs", range)
                .amount("flops", range.times(2))
                .input(value("z", open))
                .output(value("boxes", some))
                .build())
        .layer(
            LayerCost.of(3, MATMUL)
                .at("inner", List.of(), "main/loop/body")
                .cost(products("2 * 3", 6), "modelcounter", exact(5))
                .amount("macs", exact(30))
                .amount("flops", exact(60))
                .input(value("boxes", some))
                .output(
                    value("rank", ValueType.tensor(ElementType.FLOAT32, Shape.unknownRank("x"))))
                .build())
        .live("x", input, 0, 0)
        .live("y", input, 0, 1)
        .live(new LiveTensor("z", "?", Amount.unknown("No shape."), 1, 2))
        .report();
  }

  /** A model whose inputs have types. */
  public static Report typed(List<ValueType> types) {
    SampleModel model = new SampleModel("typed.onnx");
    for (int i = 0; i < types.size(); i++) {
      model.input(value("x" + i, types.get(i)));
    }
    return model.report();
  }

  /** Layers of which one is left out of the totals, for 8 samples that do not share all evenly. */
  public static Report ignored() {
    TensorType type = floats("8", "16");
    return new SampleModel("ignored.onnx")
        .input(value("x", type))
        .layer(
            layer(0, MATMUL, "/body/MatMul", "body")
                .cost(products("16", 1600), "modelcounter", ONCE)
                .amount("macs", exact(1600))
                .amount("flops", exact(3201))
                .parameters(exact(256), exact(1024))
                .traffic(new Traffic(exact(512), exact(100)))
                .output(value("y", type))
                .build())
        .layer(
            layer(1, MATMUL, "/head/MatMul", "head")
                .cost(products("10", 1000), "modelcounter", ONCE)
                .amount("macs", exact(1000))
                .amount("flops", exact(2000))
                .parameters(exact(160), exact(640))
                .ignored(true)
                .output(value("z", type))
                .build())
        .live("y", type, 0, 1)
        .perSample(Size.of(8))
        .report();
  }

  /** One convolution of which the reading as written and the fused one differ. */
  public static Report quantized() {
    Analysis fused =
        convolution(13_000, 300)
            .otherReading(Reading.FUSED, small().analysis())
            .report()
            .analysis();
    return convolution(15_000, 1200).otherReading(Reading.AS_WRITTEN, fused).report();
  }

  private static SampleModel convolution(long flops, long readBytes) {
    return new SampleModel("quantized.onnx")
        .convention("additions", "sums that really happen")
        .layer(
            layer(0, CONV, "/conv/Conv", "conv")
                .cost(products("4*8*8 * 3*3*3", 6912), "modelcounter", ONCE)
                .amount("macs", exact(6912))
                .amount("flops", exact(flops))
                .amount("additions", exact(flops - 1))
                .parameters(exact(108), exact(108))
                .traffic(new Traffic(exact(readBytes), exact(1024)))
                .build());
  }

  /** Symbolic totals, for as many samples as a symbol says. */
  public static Report perSymbolicSample() {
    SampleModel model = new SampleModel("batched.onnx");
    add(model, floats("batch", "8"), "/a/MatMul", "6*batch + batch^2", "a");
    return model.perSample(symbol("batch")).report();
  }

  /** A layer of which the numbers do not fit a long. */
  public static Report huge() {
    SampleModel model = new SampleModel("huge.onnx");
    add(model, floats("1", "1"), "huge", "1" + "0".repeat(40), "huge");
    return model.report();
  }

  /** A model without nodes. */
  public static Report empty() {
    return new SampleModel("empty.onnx").report();
  }

  /** Many layers of the same kind. */
  public static Report many(int count) {
    SampleModel model = new SampleModel("many.onnx");
    for (int i = 0; i < count; i++) {
      add(model, floats("1", "768"), "/block." + i + "/MatMul", "" + (1000 + i), "block" + i / 10);
    }
    return model.report();
  }

  /** Blocks of a transformer, all equal but the first, with names as exporters make them. */
  public static Report blocks(int count) {
    SampleModel model = new SampleModel("blocks.onnx");
    TensorType tokens = floats("batch", "sequence", "3072");
    String macs = "2359296*batch*sequence";
    add(model, tokens, "/m/encoder/layer.0/first/MatMul", macs, "encoder", "layer", "0");
    for (int i = 0; i < count; i++) {
      String path = "/m/encoder/layer." + i + "/";
      String block = "" + i;
      add(model, tokens, path + "intermediate/dense/MatMul", macs, "encoder", "layer", block);
      add(model, tokens, path + "output/dense/MatMul", macs, "encoder", "layer", block);
    }
    return model.report();
  }

  /** A layer at the end of a long path of modules. */
  public static Report deep(int depth) {
    SampleModel model = new SampleModel("deep.onnx");
    add(
        model,
        floats("1", "1"),
        "deep",
        "6",
        Collections.nCopies(depth, "m").toArray(String[]::new));
    return model.report();
  }

  /** A model with a text in every place that a file can set. */
  public static Report named(String text) {
    SampleModel model = new SampleModel(text).producer(text).convention("paper", text);
    ValueInfo value =
        new ValueInfo(text, ValueType.tensor(ElementType.FLOAT32, Shape.of(symbol(text))));
    Amount unknown = Amount.unknown(text);
    return model
        .input(value)
        .layer(
            LayerCost.of(0, new OperatorId(text, text, 1))
                .at(text, List.of(text, text), "main")
                .cost(Cost.unknown(text).assuming(text), "", ONCE)
                .amount("macs", unknown)
                .amount("flops", unknown)
                .amount("paper", unknown)
                .input(value)
                .output(value)
                .build())
        .layer(
            LayerCost.of(1, MATMUL)
                .at(text, List.of(text), text)
                .cost(
                    Cost.of(
                        Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, symbol(text)),
                        Formula.of(text).where(text, text, symbol(text))),
                    text,
                    ONCE)
                .amount("macs", Amount.exact(symbol(text)))
                .amount("flops", Amount.exact(symbol(text).times(2)))
                .amount("paper", Amount.exact(symbol(text)))
                .input(value)
                .output(value)
                .build())
        .stored(text, floats("4"), InputRole.PARAMETER, text)
        .live(new LiveTensor(text, text, Amount.exact(Size.of(16)), 0, 0))
        .plugin(PluginUse.of(PluginUse.Origin.JAR, text, text, 1).from(text, Optional.of(text)))
        .notes(List.of(text), List.of(Diagnostic.warning(text, text, text).withHint(text)))
        .report();
  }

  /** An empty model with a built-in plugin and one of somebody else. */
  public static Report counted() {
    return new SampleModel("counted.onnx")
        .plugin(PluginUse.of(PluginUse.Origin.BUILT_IN, "modelcounter", "1.2.3", 80))
        .plugin(
            PluginUse.of(PluginUse.Origin.JAR, "acme", "1.2.0", 12)
                .from("acme.jar", Optional.of("0123456789abcdef".repeat(4))))
        .report();
  }

  private static void add(
      SampleModel model, TensorType type, String name, String macs, String... scope) {
    Size amount = Size.parse(macs);
    int index = model.size();
    Amount bytes = type.element().bytes(type.shape().elements());
    model
        .layer(
            layer(index, MATMUL, name, scope)
                .cost(
                    Cost.of(
                        Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, amount),
                        Formula.of("M").where("M", "products", amount)),
                    "modelcounter",
                    ONCE)
                .amount("macs", Amount.exact(amount))
                .amount("flops", Amount.exact(amount.times(2)))
                .parameters(exact(768), exact(3072))
                .traffic(new Traffic(bytes, bytes))
                .input(value("in" + index, type))
                .output(value("out" + index, type))
                .build())
        .live(new LiveTensor("out" + index, type.toString(), bytes, index, index));
  }

  private static LayerCost.Builder layer(
      int index, OperatorId operator, String name, String... scope) {
    return LayerCost.of(index, operator).at(name, Arrays.asList(scope), "main");
  }

  private static Cost products(String formula, long macs) {
    return Cost.of(
        Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, Size.of(macs)), Formula.of(formula));
  }

  private static ValueInfo value(String name, ValueType type) {
    return new ValueInfo(name, type);
  }

  private static TensorType floats(String... dims) {
    return new TensorType(
        ElementType.FLOAT32, Shape.of(Arrays.stream(dims).map(Size::parse).toList()));
  }

  private static Size symbol(String name) {
    return Size.of(Symbol.named(name));
  }

  private static Amount exact(long value) {
    return Amount.exact(Size.of(value));
  }
}
