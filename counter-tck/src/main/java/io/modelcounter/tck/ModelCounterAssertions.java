package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on types and costs, beside all those of AssertJ: one static import of {@code
 * ModelCounterAssertions.assertThat} serves both.
 *
 * <p>Sizes are written as expressions and compared in their normal form, so {@code 2*batch} and
 * {@code batch + batch} are the same.
 */
public final class ModelCounterAssertions extends Assertions {
  private ModelCounterAssertions() {}

  /**
   * Begins assertions on what is known of a value.
   *
   * @param actual what is known
   * @return the assertions
   */
  public static InferredAssert assertThat(@Nullable Inferred actual) {
    return new InferredAssert(actual);
  }

  /**
   * Begins assertions on a type.
   *
   * @param actual the type
   * @return the assertions
   */
  public static InferredAssert assertThat(@Nullable ValueType actual) {
    return new InferredAssert(actual == null ? null : Inferred.of(actual));
  }

  /**
   * Begins assertions on a cost.
   *
   * @param actual the cost
   * @return the assertions
   */
  public static CostAssert assertThat(@Nullable Cost actual) {
    return new CostAssert(actual);
  }
}
