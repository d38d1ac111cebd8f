package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QOrderedAttention (ONNX Runtime, contrib operators): projection and attention whose products are
 * all of 8-bit integers; queries, keys, values, probabilities and output are quantized, scores and
 * their softmax are not.
 */
final class OrderedAttention extends NamedOperator {
  private static final int QUERY_WEIGHT = 5;
  private static final int VALUE_WEIGHT = 7;
  private static final int QUERY_BIAS = 11;
  private static final int VALUE_BIAS = 13;
  private static final int MASK = 17;
  private static final int ADDED = 19;
  private static final ElementType SCALE = ElementType.FLOAT32;

  OrderedAttention() {
    super(Contrib.operator("QOrderedAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = input(call);
    return List.of(
        Inferred.tensor(call.element(0), input.withDim(2, weight(call, VALUE_WEIGHT).dim(1))));
  }

  @Override
  public Cost count(Call call) {
    Shape input = input(call);
    ElementType type = call.element(0);
    Size positions = input.elements(0, 2);
    Size columns = Size.ZERO;
    for (int weight = QUERY_WEIGHT; weight <= VALUE_WEIGHT; weight++) {
      columns = columns.plus(weight(call, weight).dim(1));
    }
    MatrixProduct projection = new MatrixProduct(Size.ONE, positions, input.dim(2), columns);
    AttentionProduct attention = attention(call, input);
    ScoreSteps steps =
        ScoreSteps.of(call)
            .adding(call.hasInput(ADDED))
            .hiding(call.hasInput(MASK))
            .hiding(call.attributes().integer("unidirectional", 0) != 0);
    Size quantized =
        projection
            .sums()
            .plus(attention.scores())
            .plus(positions.times(weight(call, VALUE_WEIGHT).dim(1)));
    Work work =
        projection
            .work(type)
            .and(WorkKind.BIAS_ADD, SCALE, projection.sums())
            .plus(attention.products(type))
            .plus(steps.between(attention, SCALE))
            .plus(Quantization.quantize(SCALE, type, quantized, false));
    return steps.assuming(Cost.of(work, projection.formula().plus(attention.formula())));
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean weight = input >= QUERY_WEIGHT && input <= VALUE_WEIGHT;
    boolean bias = input >= QUERY_BIAS && input <= VALUE_BIAS;
    return weight || bias ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static AttentionProduct attention(Call call, Shape input) {
    long heads = call.attributes().requiredInteger("num_heads");
    return new AttentionProduct(
        input.dim(0),
        Size.of(heads),
        input.dim(1),
        input.dim(1),
        Dimensions.part(weight(call, QUERY_WEIGHT).dim(1), heads, "heads"),
        Dimensions.part(weight(call, VALUE_WEIGHT).dim(1), heads, "heads"));
  }

  private static Shape input(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 3) {
      throw new InvalidNodeException("input 0 is " + input + ", expected [batch, positions, size]");
    }
    return input;
  }

  private static Shape weight(Call call, int input) {
    Shape weight = call.shape(input);
    if (weight.rank() != 2) {
      throw new InvalidNodeException("weight " + weight + " is not a matrix");
    }
    return weight;
  }
}
