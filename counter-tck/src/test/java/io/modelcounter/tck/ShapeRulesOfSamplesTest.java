package io.modelcounter.tck;

import io.modelcounter.spi.ShapeRule;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Correct rules keep every rule of the kit. */
final class ShapeRulesOfSamplesTest {
  @Nested
  final class DenseTest extends ShapeRuleTck {
    @Override
    protected ShapeRule shapeRule() {
      return new Dense();
    }

    @Override
    protected List<TestCall> samples() {
      return List.of(Dense.CALL, Dense.CALL.stored("float32[3]"));
    }
  }

  @Nested
  final class ShapeOfTest extends ShapeRuleTck {
    @Override
    protected ShapeRule shapeRule() {
      return new ShapeOf();
    }

    @Override
    protected List<TestCall> samples() {
      return List.of(TestCall.of("test", "ShapeOf", 1).input("float32[batch, 3, floor(h/2)]"));
    }
  }

  @Nested
  final class PositivesTest extends ShapeRuleTck {
    @Override
    protected ShapeRule shapeRule() {
      return new Positives();
    }

    @Override
    protected List<TestCall> samples() {
      return List.of(TestCall.of("test", "Positives", 1).input("float32[batch, 3]"));
    }
  }
}
