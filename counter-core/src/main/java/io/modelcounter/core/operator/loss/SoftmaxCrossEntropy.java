package io.modelcounter.core.operator.loss;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * SoftmaxCrossEntropyLoss (ONNX, SoftmaxCrossEntropyLoss): of scores and labels, with the
 * log-probabilities as second output.
 *
 * <p>The logarithm of a softmax over n classes takes n − 1 comparisons for the maximum, n
 * subtractions, n exponentials, n − 1 additions, a logarithm and n subtractions.
 */
final class SoftmaxCrossEntropy extends NamedOperator {

  SoftmaxCrossEntropy() {
    super("SoftmaxCrossEntropyLoss");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    return List.of(
        Inferred.tensor(type, ClassLoss.output(call)), Inferred.tensor(type, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Size samples = ClassLoss.samples(call).elements();
    Size classes = call.shape(0).dim(1);
    ElementType type = call.element(0);
    Work work =
        ClassLoss.work(call, type, samples)
            .plus(SoftmaxWork.logSoftmax(type, new Rows(samples, classes)));
    Formula formula =
        ClassLoss.formula(call, "samples * (5 * classes - 1) + ", samples)
            .where("classes", "classes", classes);
    return Cost.of(work, formula);
  }
}
