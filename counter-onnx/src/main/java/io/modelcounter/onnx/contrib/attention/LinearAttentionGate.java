package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LinearAttentionGate (ONNX Runtime, contrib operators): the decay {@code scale * softplus(a +
 * bias)} and, where b is given, the update rate {@code sigmoid(b)} of a linear attention.
 *
 * <p>An element of a takes the addition of the bias, an exponential, an addition, a logarithm and a
 * multiplication in float32, to which and from which other types are converted.
 */
final class LinearAttentionGate extends NamedOperator {
  private static final int BIAS = 1;
  private static final int SCALE = 2;
  private static final int RATE = 3;
  private static final ElementType COMPUTED = ElementType.FLOAT32;
  private static final ElementWork DECAY =
      Activations.SOFTPLUS.and(WorkKind.ADD, 1).and(WorkKind.MULTIPLY, 1);

  LinearAttentionGate() {
    super(Contrib.operator("LinearAttentionGate"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred decay = Inferred.tensor(call.element(0), call.shapeIfKnown(0));
    return List.of(
        decay,
        call.hasInput(RATE) ? Inferred.tensor(call.element(RATE), call.shapeIfKnown(RATE)) : decay);
  }

  @Override
  public Cost count(Call call) {
    Size decays = call.shape(0).elements();
    Size rates = call.hasInput(RATE) ? call.shape(RATE).elements() : Size.ZERO;
    Work work = DECAY.times(COMPUTED, decays).plus(ElementWork.SIGMOID.times(COMPUTED, rates));
    ElementType type = call.element(0);
    boolean converts = type != COMPUTED;
    if (converts) {
      Size elements = decays.plus(rates);
      work = work.and(WorkKind.CONVERT, COMPUTED, elements).and(WorkKind.CONVERT, type, elements);
    }
    Formula formula =
        Formula.of(converts ? "7 * decays + 6 * rates" : "5 * decays + 4 * rates")
            .where("decays", "decays that are computed", decays)
            .where("rates", "update rates that are computed", rates);
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == BIAS || input == SCALE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
