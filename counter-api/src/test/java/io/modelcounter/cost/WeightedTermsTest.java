package io.modelcounter.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeightedTermsTest {
  private static final CountingConvention FLOPS =
      CountingConvention.weighted("flops", "operations", Map.of());

  private static final Cost LINEAR =
      Cost.of(
          Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, Size.of(640))
              .plus(Work.of(WorkKind.SUM_START, ElementType.FLOAT32, Size.of(10)))
              .plus(Work.of(WorkKind.BIAS_ADD, ElementType.FLOAT32, Size.of(10))),
          Formula.of("R * C * K"));

  private static LayerView layer(Cost cost) {
    return new LayerView(
            new OperatorId("ai.onnx", "Gemm", 13),
            Attributes.none(),
            List.of(),
            List.of(),
            List.of(),
            cost,
            Amount.exact(Size.ONE))
        .within(
            Optional::empty,
            () ->
                List.of(
                    new CompositePart(
                        CompositeKind.LINEAR, "product", true, true, Set.of("product"))));
  }

  private static String terms(CountingConvention convention, Cost cost) {
    return convention.terms(layer(cost)).stream()
        .map(term -> term.name() + " " + term.amount())
        .toList()
        .toString();
  }

  @Test
  void tellsTheSecondOperationOfAMultiplyAddApart() {
    assertThat(terms(FLOPS, LINEAR))
        .isEqualTo("[multiply-adds 640, second operation of a multiply-add 640, bias 10]");
  }

  @Test
  void takesTheStartsOfSumsFromTheSecondOperation() {
    CountingConvention additions =
        CountingConvention.weighted("additions", "additions", Map.of(WorkKind.SUM_START, -1));

    assertThat(terms(additions, LINEAR))
        .isEqualTo("[multiply-adds 640, second operation of a multiply-add 630, bias 10]");
  }

  @Test
  void hasNoPartsWhereNothingIsCounted() {
    assertThat(terms(FLOPS, Cost.free("only the shape changes"))).isEqualTo("[]");
  }

  @Test
  void hasOnePartWhereTheWorkIsUnknown() {
    assertThat(terms(FLOPS, Cost.unknown("no rank"))).isEqualTo("[multiply-adds at least 0]");
  }

  @Test
  void namesOnePartAfterTheOperationUnlessAConventionSaysMore() {
    CountingConvention plain =
        new CountingConvention() {
          @Override
          public String id() {
            return "plain";
          }

          @Override
          public String description() {
            return "a test";
          }

          @Override
          public Amount count(LayerView layer) {
            return Amount.exact(Size.of(3));
          }
        };

    assertThat(terms(plain, LINEAR)).isEqualTo("[multiply-adds 3]");
  }
}
