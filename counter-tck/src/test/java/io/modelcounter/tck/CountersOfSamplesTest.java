package io.modelcounter.tck;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Correct counters keep every rule of the kit. */
final class CountersOfSamplesTest {
  @Nested
  final class DenseTest extends LayerCounterTck {
    @Override
    protected LayerCounter counter() {
      return new Dense();
    }

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
  final class ShapeOfTest extends LayerCounterTck {
    @Override
    protected LayerCounter counter() {
      return new ShapeOf();
    }

    @Override
    protected ShapeRule shapeRule() {
      return new ShapeOf();
    }

    @Override
    protected List<TestCall> samples() {
      return List.of(TestCall.of("test", "ShapeOf", 1).input("float32[batch, 3]"));
    }
  }

  @Nested
  final class PositivesTest extends LayerCounterTck {
    @Override
    protected LayerCounter counter() {
      return new Positives();
    }

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
