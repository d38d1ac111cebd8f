package io.modelcounter.core.convention;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.tck.ConventionTck;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every convention keeps the rules of the kit. */
@ParameterizedClass
@MethodSource("conventions")
final class ConventionRulesTest extends ConventionTck {
  @Parameter private CountingConvention convention;

  static List<CountingConvention> conventions() {
    return StandardConventions.all();
  }

  @Override
  protected CountingConvention convention() {
    return convention;
  }
}
