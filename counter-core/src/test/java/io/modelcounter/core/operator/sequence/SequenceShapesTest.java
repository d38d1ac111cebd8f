package io.modelcounter.core.operator.sequence;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class SequenceShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(SequenceOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return SequenceSamples.all();
  }
}
