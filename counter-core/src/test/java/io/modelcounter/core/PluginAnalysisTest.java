package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Plugins of others at work. */
class PluginAnalysisTest {
  /** A counter that a test spells out. */
  private record Counter(OperatorRange range, Predicate<Call> wants, Function<Call, Cost> cost)
      implements LayerCounter {
    Counter(OperatorRange range, Function<Call, Cost> cost) {
      this(range, call -> true, cost);
    }

    @Override
    public List<OperatorRange> operators() {
      return List.of(range);
    }

    @Override
    public boolean handles(Call call) {
      return wants.test(call);
    }

    @Override
    public Cost count(Call call) {
      return cost.apply(call);
    }
  }

  /** A rule that gives a vector. */
  private record Vector(OperatorRange range, long length) implements ShapeRule {
    @Override
    public List<OperatorRange> operators() {
      return List.of(range);
    }

    @Override
    public List<Inferred> outputs(Call call) {
      return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(length)));
    }
  }

  private record Plugin(
      List<LayerCounter> counters, List<ShapeRule> shapeRules, List<CountingConvention> conventions)
      implements CounterPlugin {
    @Override
    public String id() {
      return "acme";
    }
  }

  private static Plugin counting(LayerCounter... counters) {
    return new Plugin(List.of(counters), List.of(), List.of());
  }

  private static PluginSet.Builder with(CounterPlugin plugin) {
    return PluginSet.builder()
        .classPath(PluginAnalysisTest.class.getClassLoader())
        .plugin(
            plugin,
            PluginOrigin.of(PluginUse.Origin.JAR, "1.2.0", Path.of("lib", "acme.jar"), "00ff"));
  }

  private static Analysis analyze(
      PluginSet.Builder plugins, TestGraph graph, AnalysisOptions options) {
    try (PluginSet set = plugins.load()) {
      return Analyzer.using(set).analyze(graph.model(), options);
    }
  }

  private static Analysis analyze(PluginSet.Builder plugins, TestGraph graph) {
    return analyze(plugins, graph, AnalysisOptions.defaults());
  }

  private static Cost additions(long amount) {
    return Cost.of(
        Work.of(WorkKind.ADD, ElementType.FLOAT32, Size.of(amount)), Formula.of("constant"));
  }

  private static TestGraph convolutions() {
    TestGraph graph = TestGraph.named("g");
    String x = graph.input("x", "float32[1, 4, 8, 8]");
    String w = graph.weight("w", "float32[4, 4, 1, 1]");
    String v = graph.weight("v", "float32[4, 1, 1, 1]");
    String y = graph.node("Conv", x, w).named("plain").output("y");
    graph.output(graph.node("Conv", y, v).attribute("group", 4).named("grouped").output("z"));
    return graph;
  }

  private static TestGraph functionCall() {
    TestGraph body = TestGraph.named("Square");
    body.input("a");
    body.output(body.node("MatMul", "a", "a").named("product").output("b"));
    TestGraph graph = TestGraph.named("g").function("local", "Square", body);
    String x = graph.input("x", "float32[4, 4]");
    String y = graph.node("Square", x).domain("local").named("call").output("y");
    graph.output(graph.node("Relu", y).named("relu").output("z"));
    return graph;
  }

  @Test
  void aPreferredOneMayTakeSomeCallsOfABuiltInOperatorAndKeepItsShapeRule() {
    Counter grouped =
        new Counter(
            OperatorRange.onnx("Conv"),
            call -> call.attributes().integer("group", 1) > 1,
            call -> additions(7));

    Analysis analysis = analyze(with(counting(grouped)).prefer("acme"), convolutions());

    assertThat(Analyses.layer(analysis, "plain").countedBy()).isEqualTo("modelcounter");
    assertThat(Analyses.layer(analysis, "plain").amount("macs"))
        .isEqualTo(Amount.exact(Size.of(4 * 4 * 8 * 8)));
    LayerCost layer = Analyses.layer(analysis, "grouped");
    assertThat(layer.countedBy()).isEqualTo("acme");
    assertThat(layer.amount("flops")).isEqualTo(Amount.exact(Size.of(7)));
    assertThat(layer.outputs().get(0).type()).hasToString("float32[1, 4, 8, 8]");
  }

  @Test
  void aPreferredOneComesBeforeAFunctionOfTheModel() {
    OperatorRange square = OperatorRange.of("local", "Square");
    Plugin plugin =
        new Plugin(
            List.of(new Counter(square, call -> additions(5))),
            List.of(new Vector(square, 9)),
            List.of());

    Analysis analysis = analyze(with(plugin).prefer("acme"), functionCall());

    assertThat(analysis.layers()).extracting(LayerCost::name).containsExactly("call", "relu");
    assertThat(Analyses.layer(analysis, "call").countedBy()).isEqualTo("acme");
    assertThat(Analyses.layer(analysis, "relu").inputs().get(0).type()).hasToString("float32[9]");
  }

  @Test
  void aPreferredOneWithoutAShapeRuleTakesTheShapesOfTheFunction() {
    Counter counter = new Counter(OperatorRange.of("local", "Square"), call -> additions(5));

    Analysis analysis = analyze(with(counting(counter)).prefer("acme"), functionCall());

    assertThat(analysis.layers()).extracting(LayerCost::name).containsExactly("call", "relu");
    assertThat(Analyses.layer(analysis, "relu").inputs().get(0).type())
        .hasToString("float32[4, 4]");
    assertThat(analysis.totals().flops()).isEqualTo(Amount.exact(Size.of(5 + 16)));
  }

  @Test
  void aFunctionOfTheModelComesBeforeOthersAndWherePreferredOnesDecline() {
    OperatorRange square = OperatorRange.of("local", "Square");
    Counter counter = new Counter(square, call -> additions(5));
    Counter declining = new Counter(square, call -> false, call -> additions(5));
    Plugin withRule = new Plugin(List.of(declining), List.of(new Vector(square, 9)), List.of());

    for (PluginSet.Builder plugins :
        List.of(with(counting(counter)), with(withRule).prefer("acme"))) {
      Analysis analysis = analyze(plugins, functionCall());

      assertThat(analysis.layers())
          .extracting(LayerCost::name)
          .containsExactly("call", "relu", "product");
      assertThat(Analyses.layer(analysis, "relu").inputs().get(0).type())
          .hasToString("float32[4, 4]");
    }
  }

  @Test
  void oneThatNobodyAsksBecauseOfAFunctionIsNamed() {
    Counter counter = new Counter(OperatorRange.of("local", "Square"), call -> additions(5));

    assertThat(analyze(with(counting(counter)), functionCall()).diagnostics())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark)
                  .hasToString(
                      "W0714: function local:Square: plugin acme 1.2.0 ("
                          + Path.of("lib", "acme.jar")
                          + ") counts it too, but a function of the model comes first");
              assertThat(remark.hint()).hasValue("to let the plugin come first: --prefer acme");
            });
    assertThat(analyze(with(counting(counter)).prefer("acme"), functionCall()).diagnostics())
        .isEmpty();
  }

  @Test
  void aFailureEndsTheAnalysisAndNamesNodeAndJar() {
    Counter broken =
        new Counter(
            OperatorRange.onnx("Conv"),
            call -> {
              throw new IllegalStateException("no table");
            });

    assertThatThrownBy(() -> analyze(with(counting(broken)).prefer("acme"), convolutions()))
        .isInstanceOfSatisfying(
            PluginFailureException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("E0713");
              assertThat(failure.plugin()).isEqualTo("acme");
              assertThat(failure.isBuiltIn()).isFalse();
              assertThat(failure.place()).isEqualTo("node \"plain\" (Conv, main #0)");
              assertThat(failure.hint())
                  .hasValue(
                      "report it to whoever makes the plugin, or leave the plugin out; to go on"
                          + " without what it should say: --keep-going");
            })
        .hasMessage(
            "plugin acme 1.2.0 ("
                + Path.of("lib", "acme.jar")
                + ") failed at node \"plain\" (Conv, main #0): java.lang.IllegalStateException: no"
                + " table");
  }

  @Test
  void aNegativeAmountIsAFailure() {
    Counter wrong = new Counter(OperatorRange.onnx("Conv"), call -> additions(-1));

    assertThatThrownBy(() -> analyze(with(counting(wrong)).prefer("acme"), convolutions()))
        .isInstanceOf(PluginFailureException.class)
        .hasMessageEndingWith("it answers with a negative amount, -1 of ADD");
  }

  @Test
  void aFailureLeavesTheNodeUnknownIfTheAnalysisGoesOn() {
    Counter broken =
        new Counter(
            OperatorRange.onnx("Conv"),
            call -> {
              throw new IllegalStateException("no table");
            });

    Analysis analysis =
        analyze(
            with(counting(broken)).prefer("acme"),
            convolutions(),
            AnalysisOptions.defaults().goingOnWithoutFailedPlugins());

    LayerCost layer = Analyses.layer(analysis, "plain");
    assertThat(layer.status()).isEqualTo(LayerStatus.UNKNOWN);
    assertThat(layer.cost().reason())
        .hasValue(
            "plugin acme failed at node \"plain\" (Conv, main #0):"
                + " java.lang.IllegalStateException: no table");
    assertThat(analysis.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "W0713: node \"plain\" (Conv, main #0): plugin acme 1.2.0 ("
                + Path.of("lib", "acme.jar")
                + ") failed: java.lang.IllegalStateException: no table",
            "W0713: node \"grouped\" (Conv, main #1): plugin acme 1.2.0 ("
                + Path.of("lib", "acme.jar")
                + ") failed: java.lang.IllegalStateException: no table");
  }

  @Test
  void manyFailuresAreNamedUpToANumber() {
    TestGraph graph = TestGraph.named("g");
    String last = graph.input("x", "float32[2]");
    for (int i = 0; i < 30; i++) {
      last = graph.node("Relu", last).named("relu" + i).output("y" + i);
    }
    graph.output(last);
    Counter wrong = new Counter(OperatorRange.onnx("Relu"), call -> additions(-1));

    Analysis analysis =
        analyze(
            with(counting(wrong)).prefer("acme"),
            graph,
            AnalysisOptions.defaults().goingOnWithoutFailedPlugins());

    assertThat(analysis.coverage().unknown()).isEqualTo(30);
    assertThat(analysis.diagnostics()).hasSize(21);
    assertThat(analysis.diagnostics().get(20)).hasToString("W0713: plugins failed at more places");
  }

  @Test
  void aConventionCountsBesideTheBuiltInOnes() {
    CountingConvention nodes =
        new CountingConvention() {
          @Override
          public String id() {
            return "nodes";
          }

          @Override
          public String description() {
            return "one for each layer";
          }

          @Override
          public Amount count(LayerView layer) {
            return Amount.exact(Size.ONE);
          }
        };

    Analysis analysis =
        analyze(
            with(new Plugin(List.of(), List.of(), List.of(nodes))),
            convolutions(),
            AnalysisOptions.defaults().withConvention("nodes"));

    assertThat(analysis.totals().amount("nodes")).isEqualTo(Amount.exact(Size.of(2)));
    assertThat(analysis.conventions()).containsEntry("nodes", "one for each layer");
  }

  @Test
  void aConventionOfABuiltInIdIsRefused() {
    CountingConvention flops = CountingConvention.weighted("flops", "mine", java.util.Map.of());

    assertThatThrownBy(
            () -> with(new Plugin(List.of(), List.of(), List.of(flops))).prefer("acme").load())
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "two plugins have a convention flops: modelcounter (built in) and acme 1.2.0 ("
                + Path.of("lib", "acme.jar")
                + ")");
  }
}
