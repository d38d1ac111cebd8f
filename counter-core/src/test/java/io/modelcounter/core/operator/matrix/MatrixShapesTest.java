package io.modelcounter.core.operator.matrix;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class MatrixShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(MatrixOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return MatrixSamples.all();
  }
}
