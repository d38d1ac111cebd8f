package io.modelcounter.tck;

import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/**
 * The rules of {@link ShapeRuleTck}, tried on several operators at once: for plugins that have a
 * list of them.
 *
 * <pre>{@code
 * final class AcmeOperatorsTest extends FamilyShapeTck {
 *   AcmeOperatorsTest() {
 *     super(AcmeOperators.all(), AcmeSamples.all());
 *   }
 * }
 * }</pre>
 */
public abstract class FamilyShapeTck extends ShapeRuleTck {
  private final OperatorFamily family;
  private final List<TestCall> samples;

  /**
   * Tests a family.
   *
   * @param family the operators
   * @param samples valid calls, at least one of every operator
   */
  protected FamilyShapeTck(List<Operator> family, List<TestCall> samples) {
    this.family = new OperatorFamily(family);
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
