package io.modelcounter.spi;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.OperatorId;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks shape rules and counters, and answers for them where they run into something unknown.
 *
 * <p>The engine and the test kit ask through here, so that a rule or counter behaves in a test as
 * it does in an analysis.
 */
public final class SafeCalls {
  private SafeCalls() {}

  /**
   * Infers the outputs of a call.
   *
   * <p>If the rule needs something that is not known, or a size grows too complex, this is what
   * {@link ShapeRule#withoutShapes} says. An output that the rule leaves out is unknown.
   *
   * @param rule the rule that serves the operator
   * @param call the node under one typing of its inputs
   * @return an entry at least for every output that the node names
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static List<Inferred> outputs(ShapeRule rule, Call call) {
    try {
      return complete(call, rule.outputs(call));
    } catch (UnknownInputException unknown) {
      return withoutShapes(rule, call, unknown.reason());
    } catch (TooComplexException tooComplex) {
      return withoutShapes(rule, call, reason(tooComplex));
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * Counts one execution of a call.
   *
   * <p>If the counter needs something that is not known, or a size grows too complex, the cost is
   * unknown; likewise if an amount is known to be negative, because then the counter is wrong.
   *
   * @param counter the counter that serves the operator
   * @param call the node with the types of its outputs
   * @return what the counter says, or an unknown cost with the reason
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static Cost count(LayerCounter counter, Call call) {
    try {
      Cost cost = counter.count(call);
      return negativeAmount(cost)
          .map(entry -> Cost.unknown(negative(call.operator(), entry)))
          .orElse(cost);
    } catch (UnknownInputException unknown) {
      return Cost.unknown(unknown.reason());
    } catch (TooComplexException tooComplex) {
      return Cost.unknown(reason(tooComplex));
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * Bytes that one execution of a call moves.
   *
   * <p>If the counter needs something that is not known, or a size grows too complex, both amounts
   * are unknown.
   *
   * @param counter the counter that serves the operator
   * @param call the node with the types of its outputs
   * @return what the counter says, or unknown traffic with the reason
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static Traffic traffic(LayerCounter counter, Call call) {
    try {
      return counter.traffic(call);
    } catch (UnknownInputException unknown) {
      return unknownTraffic(unknown.reason());
    } catch (TooComplexException tooComplex) {
      return unknownTraffic(reason(tooComplex));
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * Bytes of working memory that one execution of a call needs.
   *
   * <p>If the counter needs something that is not known, or a size grows too complex, they are
   * unknown.
   *
   * @param counter the counter that serves the operator
   * @param call the node with the types of its outputs
   * @return what the counter says, or an unknown amount with the reason
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static Amount scratchBytes(LayerCounter counter, Call call) {
    try {
      return Amount.exact(counter.scratchBytes(call));
    } catch (UnknownInputException unknown) {
      return Amount.unknown(unknown.reason());
    } catch (TooComplexException tooComplex) {
      return Amount.unknown(reason(tooComplex));
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * What a stored tensor in a certain place is to the operator.
   *
   * <p>If the counter needs something that is not known, the tensor is an operand, so that the
   * tensor itself decides.
   *
   * @param counter the counter that serves the operator
   * @param call the node with the types of its outputs
   * @param input position of the input
   * @return what the counter says
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static InputRole role(LayerCounter counter, Call call, int input) {
    try {
      return counter.role(call, input);
    } catch (UnknownInputException | TooComplexException unknown) {
      return InputRole.OPERAND;
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * Elements that a stored tensor in a certain place stands for.
   *
   * <p>If the counter needs something that is not known, or a size grows too complex, their number
   * is unknown.
   *
   * @param counter the counter that serves the operator
   * @param call the node with the types of its outputs
   * @param input position of the input
   * @return what the counter says; empty if the tensor is not packed
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static Optional<Amount> logicalElements(LayerCounter counter, Call call, int input) {
    try {
      return counter.logicalElements(call, input).map(Amount::exact);
    } catch (UnknownInputException unknown) {
      return Optional.of(Amount.unknown(unknown.reason()));
    } catch (TooComplexException tooComplex) {
      return Optional.of(Amount.unknown(reason(tooComplex)));
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  /**
   * Tells whether a counter wants a call.
   *
   * <p>If that hangs on something that is not known, it does: another counter's answer might be
   * wrong, and its own will be unknown.
   *
   * @param counter a counter that serves the operator
   * @param call the node with the types of its outputs
   * @return what the counter says
   * @throws InvalidNodeException if the node contradicts the operator, also if an attribute is
   *     missing or holds another kind of value
   */
  public static boolean handles(LayerCounter counter, Call call) {
    try {
      return counter.handles(call);
    } catch (UnknownInputException | TooComplexException unknown) {
      return true;
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  private static Traffic unknownTraffic(String reason) {
    return new Traffic(Amount.unknown(reason), Amount.unknown(reason));
  }

  private static List<Inferred> withoutShapes(ShapeRule rule, Call call, String reason) {
    try {
      return complete(call, rule.withoutShapes(call, reason));
    } catch (UnknownInputException | TooComplexException unknown) {
      List<Inferred> outputs = new ArrayList<>();
      for (int i = 0; i < call.outputCount(); i++) {
        outputs.add(Inferred.unknown(reason));
      }
      return outputs;
    } catch (AttributeException attribute) {
      throw invalid(attribute);
    }
  }

  private static List<Inferred> complete(Call call, List<Inferred> outputs) {
    if (outputs.size() >= call.outputCount()) {
      return outputs;
    }
    List<Inferred> complete = new ArrayList<>(outputs);
    for (int i = outputs.size(); i < call.outputCount(); i++) {
      complete.add(
          Inferred.unknown("the shape rule of " + call.operator() + " gives no output " + i));
    }
    return complete;
  }

  private static Optional<Map.Entry<Work.Key, Size>> negativeAmount(Cost cost) {
    Optional<Map.Entry<Work.Key, Size>> low = negativeAmount(cost.low());
    return low.isPresent() ? low : cost.high().flatMap(SafeCalls::negativeAmount);
  }

  private static Optional<Map.Entry<Work.Key, Size>> negativeAmount(Work work) {
    for (Map.Entry<Work.Key, Size> entry : work.amounts().entrySet()) {
      if (Size.ZERO.isGreaterThan(entry.getValue())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static String negative(OperatorId operator, Map.Entry<Work.Key, Size> entry) {
    return "the counter of "
        + operator
        + " gives the negative amount "
        + entry.getValue()
        + " of "
        + entry.getKey().kind();
  }

  private static String reason(TooComplexException tooComplex) {
    return "its sizes are too complex: " + tooComplex.getMessage();
  }

  private static InvalidNodeException invalid(AttributeException attribute) {
    InvalidNodeException invalid = new InvalidNodeException(String.valueOf(attribute.getMessage()));
    invalid.initCause(attribute);
    return invalid;
  }
}
