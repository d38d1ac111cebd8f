package io.modelcounter.rules;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.util.List;
import java.util.Set;

/**
 * Counts an operator as a rule file says.
 *
 * @param operators what it serves
 * @param work what one execution costs
 * @param parameters positions of inputs that hold weights
 * @param buffers positions of inputs that hold statistics of the training
 * @param assumption what the numbers take for granted; may be empty
 * @param source where the formulas come from; may be empty
 */
record RuleCounter(
    List<OperatorRange> operators,
    WorkRule work,
    Set<Integer> parameters,
    Set<Integer> buffers,
    String assumption,
    String source)
    implements LayerCounter {

  @Override
  public Cost count(Call call) {
    Cost cost = work.cost(call);
    return assumption.isEmpty() ? cost : cost.assuming(assumption);
  }

  @Override
  public InputRole role(Call call, int input) {
    if (parameters.contains(input)) {
      return InputRole.PARAMETER;
    }
    return buffers.contains(input) ? InputRole.BUFFER : InputRole.CONSTANT;
  }

  /** How it counts, in words. */
  OperatorNote note() {
    return OperatorNote.of(operators, work.note())
        .withFormula(work.amounts().size() == 1 ? work.expression() : "")
        .assuming(assumption)
        .from(source);
  }
}
