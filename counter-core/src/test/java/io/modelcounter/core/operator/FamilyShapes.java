package io.modelcounter.core.operator;

import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** The rules that every shape rule keeps, tried on the operators of a family. */
public abstract class FamilyShapes extends ShapeRuleTck {
  private final WholeFamily family;
  private final List<TestCall> samples;

  protected FamilyShapes(List<Operator> family, List<TestCall> samples) {
    this.family = new WholeFamily(family);
    this.samples = samples;
  }

  @Override
  protected ShapeRule shapeRule() {
    return family;
  }

  @Override
  protected List<TestCall> samples() {
    return samples;
  }
}
