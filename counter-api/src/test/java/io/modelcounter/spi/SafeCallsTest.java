package io.modelcounter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import io.modelcounter.symbolic.TooComplexException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class SafeCallsTest {
  private static final Call CALL =
      Call.of(OperatorId.onnx("Twice", 1))
          .input(Inferred.tensor(ElementType.FLOAT16, Shape.unknownRank("nobody knows")))
          .output("a")
          .output("b")
          .build();
  private static final Inferred KNOWN = Inferred.tensor(ElementType.FLOAT16, Shape.of(2, 3));

  @Test
  void givesWhatTheRuleSays() {
    assertThat(types(call -> List.of(KNOWN, KNOWN)))
        .extracting(Object::toString)
        .containsExactly("float16[2, 3]", "float16[2, 3]");
  }

  @Test
  void givesOutputsOfUnknownRankForAnUnknownInput() {
    String reason = "nobody knows";
    ValueType expected = ValueType.tensor(ElementType.FLOAT16, Shape.unknownRank(reason));
    assertThat(types(call -> List.of(Inferred.tensor(ElementType.FLOAT16, call.shape(0)))))
        .containsExactly(expected, expected);
  }

  @Test
  void givesOutputsOfUnknownRankForASizeThatGrowsTooComplex() {
    assertThat(
            types(
                call -> {
                  throw tooComplex();
                }))
        .hasSize(2)
        .allSatisfy(type -> assertThat(reason(type)).startsWith("its sizes are too complex: "));
  }

  @Test
  void givesUnknownOutputsIfTheRuleCannotEvenDoWithoutShapes() {
    ShapeRule rule =
        new ShapeRule() {
          @Override
          public List<OperatorRange> operators() {
            return List.of(OperatorRange.onnx("Twice"));
          }

          @Override
          public List<Inferred> outputs(Call call) {
            throw new UnknownInputException("it is dark");
          }

          @Override
          public List<Inferred> withoutShapes(Call call, String reason) {
            throw new UnknownInputException("it is still dark");
          }
        };
    assertThat(SafeCalls.outputs(rule, CALL))
        .extracting(Inferred::type)
        .containsExactly(ValueType.unknown("it is dark"), ValueType.unknown("it is dark"));
  }

  @Test
  void givesAnUnknownOutputInPlaceOfAMissingOne() {
    assertThat(types(call -> List.of(KNOWN)))
        .containsExactly(
            KNOWN.type(), ValueType.unknown("the shape rule of ai.onnx:Twice-1 gives no output 1"));
  }

  @Test
  void reportsAWrongAttributeAsADefectOfTheNode() {
    AttributeException cause = new AttributeException("attribute \"axis\" is missing");
    assertThatThrownBy(
            () ->
                types(
                    call -> {
                      throw cause;
                    }))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("attribute \"axis\" is missing")
        .hasCause(cause);
  }

  @Test
  void letsContradictionsThrough() {
    assertThatThrownBy(
            () ->
                count(
                    call -> {
                      throw new InvalidNodeException("group is 0, expected at least 1");
                    }))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("group is 0, expected at least 1");
  }

  @Test
  void givesTheCostThatTheCounterSays() {
    Cost cost = cost(Size.of(Symbol.named("batch")).times(12));
    assertThat(count(call -> cost)).isSameAs(cost);
  }

  @Test
  void givesAnUnknownCostForAnUnknownOutput() {
    Cost cost = count(call -> cost(call.outputShape(0).elements()));
    assertThat(cost.isUnknown()).isTrue();
    assertThat(cost.reason()).contains("output 0 is not inferred");
  }

  @Test
  void givesAnUnknownCostForASizeThatGrowsTooComplex() {
    Cost cost =
        count(
            call -> {
              throw tooComplex();
            });
    assertThat(cost.isUnknown()).isTrue();
    assertThat(cost.reason().orElseThrow()).startsWith("its sizes are too complex: ");
  }

  @Test
  void takesANegativeAmountAsUnknown() {
    Cost cost = count(call -> cost(Size.of(-3)));
    assertThat(cost.isUnknown()).isTrue();
    assertThat(cost.reason())
        .contains("the counter of ai.onnx:Twice-1 gives the negative amount -3 of ADD");
  }

  @Test
  void takesANegativeUpperBoundAsUnknown() {
    Work high = Work.of(WorkKind.ADD, ElementType.FLOAT16, Size.of(-1));
    Cost cost = count(call -> Cost.between(Work.NONE, high, Formula.of("n"), "a branch"));
    assertThat(cost.isUnknown()).isTrue();
  }

  @Test
  void keepsAnAmountThatMayBeNegativeForSomeSizesOnly() {
    Cost cost = cost(Size.of(Symbol.named("h")).minus(Size.of(7)));
    assertThat(count(call -> cost)).isSameAs(cost);
  }

  @Test
  void givesUnknownTrafficForAnUnknownShape() {
    LayerCounter counter =
        new SimpleCounter(call -> Cost.free("it only looks")) {
          @Override
          public Traffic traffic(Call call) {
            call.shape(0);
            return Traffic.NONE;
          }
        };
    Traffic traffic = SafeCalls.traffic(counter, CALL);
    assertThat(traffic.readBytes().high()).isEmpty();
    assertThat(traffic.writeBytes().reasons()).containsExactly("nobody knows");
  }

  private static List<ValueType> types(Function<Call, List<Inferred>> rule) {
    ShapeRule shapeRule =
        new ShapeRule() {
          @Override
          public List<OperatorRange> operators() {
            return List.of(OperatorRange.onnx("Twice"));
          }

          @Override
          public List<Inferred> outputs(Call call) {
            return rule.apply(call);
          }
        };
    return SafeCalls.outputs(shapeRule, CALL).stream().map(Inferred::type).toList();
  }

  private static String reason(ValueType type) {
    return ((TensorType) type).shape().unknownReason().orElseThrow();
  }

  private static Cost count(Function<Call, Cost> counter) {
    return SafeCalls.count(new SimpleCounter(counter), CALL);
  }

  private static Cost cost(Size additions) {
    return Cost.of(Work.of(WorkKind.ADD, ElementType.FLOAT16, additions), Formula.of("n"));
  }

  private static TooComplexException tooComplex() {
    return new TooComplexException("The expression has more than 10000 terms.");
  }

  private static class SimpleCounter implements LayerCounter {
    private final Function<Call, Cost> cost;

    SimpleCounter(Function<Call, Cost> cost) {
      this.cost = cost;
    }

    @Override
    public List<OperatorRange> operators() {
      return List.of(OperatorRange.onnx("Twice"));
    }

    @Override
    public Cost count(Call call) {
      return cost.apply(call);
    }
  }

  @Test
  void doesNotKnowThePackedElementsThatNeedAnUnknownShape() {
    LayerCounter packed =
        new LayerCounter() {
          @Override
          public List<OperatorRange> operators() {
            return List.of(OperatorRange.onnx("Relu"));
          }

          @Override
          public Cost count(Call call) {
            return Cost.free("nothing is computed");
          }

          @Override
          public Optional<Size> logicalElements(Call call, int input) {
            return Optional.of(call.shape(0).elements().times(2));
          }
        };
    Call known = Call.of(OperatorId.onnx("Relu", 14)).input(KNOWN).build();

    assertThat(SafeCalls.logicalElements(packed, known, 0)).contains(Amount.exact(Size.of(12)));
    assertThat(SafeCalls.logicalElements(packed, CALL, 0)).contains(Amount.unknown("nobody knows"));
  }
}
