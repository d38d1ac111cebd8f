package io.modelcounter.core.operator.random;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.SQRT;
import static io.modelcounter.cost.WorkKind.TRIGONOMETRIC;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.support.DropoutWork;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.symbolic.Size;

/** What a random element takes beside the uniform numbers that it is made of. */
enum Distribution {
  /** Scaled and shifted. */
  UNIFORM(ElementWork.of(MULTIPLY, ADD)),
  /**
   * sqrt(-2 * log(u)) * cos(2 * pi * v), scaled and shifted (Box and Muller, "A Note on the
   * Generation of Random Normal Deviates", 1958).
   */
  NORMAL(ElementWork.of(LOG, MULTIPLY, SQRT, MULTIPLY, TRIGONOMETRIC, MULTIPLY, MULTIPLY, ADD)),
  /** Compared with a probability. */
  BERNOULLI(ElementWork.of(COMPARE));

  @SuppressWarnings("ImmutableEnumChecker") // an ElementWork never changes
  private final ElementWork work;

  Distribution(ElementWork work) {
    this.work = work;
  }

  /** Cost of a number of random elements. */
  Cost cost(ElementType type, Size elements) {
    return work.cost(type, elements).assuming(DropoutWork.DRAWING);
  }
}
