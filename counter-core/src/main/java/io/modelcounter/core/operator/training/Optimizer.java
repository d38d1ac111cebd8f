package io.modelcounter.core.operator.training;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Adagrad, Adam and Momentum (ONNX training preview, operators of these names): one step of an
 * optimizer.
 *
 * <p>Inputs are the learning rate, the count of steps, then all variables, all gradients, and all
 * tensors of each kind of state; outputs are the new variables and states.
 */
final class Optimizer extends NamedOperator {
  private static final int FIRST_VARIABLE = 2;

  private final String name;
  private final UpdateRule rule;

  Optimizer(String name, UpdateRule rule) {
    super(OperatorRange.of(TrainingOperators.DOMAIN, name));
    this.name = name;
    this.rule = rule;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    int variables = variables(call);
    List<Inferred> outputs = new ArrayList<>((1 + rule.states()) * variables);
    for (int i = 0; i < variables; i++) {
      outputs.add(Inferred.of(call.type(FIRST_VARIABLE + i)));
    }
    for (int i = 0; i < rule.states() * variables; i++) {
      outputs.add(Inferred.of(call.type(FIRST_VARIABLE + 2 * variables + i)));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    int variables = variables(call);
    ElementWork once = rule.step();
    ElementWork perElement = rule.variable(call.attributes());
    Work work = once.times(call.element(0), Size.ONE);
    List<Size> sizes = new ArrayList<>(variables);
    for (int i = FIRST_VARIABLE; i < FIRST_VARIABLE + variables; i++) {
      Size elements = call.shape(i).elements();
      work = work.plus(perElement.times(call.element(i), elements));
      sizes.add(elements);
    }
    Formula formula =
        Formula.of("elements * operations + once")
            .where("elements", "elements of all variables", Size.sum(sizes))
            .where("operations", "operations an element: " + perElement, perElement.total())
            .where("once", "operations on scalars: " + once, once.total());
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    int variables = variables(call);
    if (input < FIRST_VARIABLE) {
      return InputRole.CONSTANT;
    }
    if (input < FIRST_VARIABLE + variables) {
      return InputRole.PARAMETER;
    }
    return input < FIRST_VARIABLE + 2 * variables ? InputRole.CONSTANT : InputRole.BUFFER;
  }

  private int variables(Call call) {
    int tensors = call.inputCount() - FIRST_VARIABLE;
    int perVariable = 2 + rule.states();
    if (tensors < perVariable || tensors % perVariable != 0) {
      throw new InvalidNodeException(
          name
              + " has "
              + call.inputCount()
              + " inputs, expected 2 and "
              + perVariable
              + " for each variable");
    }
    return tensors / perVariable;
  }
}
