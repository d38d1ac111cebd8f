package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Kits over rules and counters that are written as functions, to see which rule finds what. */
final class Kits {
  private static final List<OperatorRange> DENSE = new Dense().operators();

  private Kits() {}

  static ShapeRule rule(Function<Call, List<Inferred>> outputs) {
    return rule(DENSE.get(0), outputs);
  }

  static ShapeRule rule(OperatorRange operator, Function<Call, List<Inferred>> outputs) {
    return new ShapeRule() {
      @Override
      public List<OperatorRange> operators() {
        return List.of(operator);
      }

      @Override
      public List<Inferred> outputs(Call call) {
        return outputs.apply(call);
      }
    };
  }

  static LayerCounter counter(Function<Call, Cost> cost) {
    return new LayerCounter() {
      @Override
      public List<OperatorRange> operators() {
        return DENSE;
      }

      @Override
      public Cost count(Call call) {
        return cost.apply(call);
      }
    };
  }

  static ShapeRuleTck ofRule(ShapeRule rule, TestCall... samples) {
    return new ShapeRuleTck() {
      @Override
      protected ShapeRule shapeRule() {
        return rule;
      }

      @Override
      protected List<TestCall> samples() {
        return List.of(samples);
      }
    };
  }

  static LayerCounterTck ofCounter(LayerCounter counter, TestCall... samples) {
    return new LayerCounterTck() {
      @Override
      protected LayerCounter counter() {
        return counter;
      }

      @Override
      protected ShapeRule shapeRule() {
        return new Dense();
      }

      @Override
      protected List<TestCall> samples() {
        return List.of(samples);
      }
    };
  }

  static void run(Stream<DynamicTest> tests) throws Throwable {
    for (DynamicTest test : tests.toList()) {
      test.getExecutable().execute();
    }
  }
}
