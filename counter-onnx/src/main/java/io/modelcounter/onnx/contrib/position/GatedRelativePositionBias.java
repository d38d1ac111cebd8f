package io.modelcounter.onnx.contrib.position;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * GatedRelativePositionBias (ONNX Runtime, contrib operators; Chen and others, "WavLM", 2021): the
 * biases of a position pair, multiplied with a gate that is computed from the query.
 *
 * <p>The bias of the queries is an addition per element; a product with a weight [size, D] follows
 * and its halves are summed to two numbers a query and head, which pass through a sigmoid. The gate
 * takes two multiplications and two additions, its application a multiplication a pair.
 */
final class GatedRelativePositionBias extends NamedOperator {
  private static final int QUERY_BIAS = 1;
  private static final int WEIGHT = 3;
  private static final int BIAS = 4;
  private static final int GATE_CONSTANT = 5;
  private static final int OFFSETS = 6;
  private static final ElementWork GATE =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.MULTIPLY, WorkKind.ADD);

  GatedRelativePositionBias() {
    super(Contrib.operator("GatedRelativePositionBias"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape sequences = sequences(call);
    Size length = sequences.dim(1);
    Size heads = Size.of(call.attributes().requiredInteger("num_heads"));
    return List.of(
        Inferred.tensor(call.element(0), Shape.of(sequences.dim(0), heads, length, length)));
  }

  @Override
  public Cost count(Call call) {
    Shape sequences = sequences(call);
    Shape query = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    if (weight.rank() != 2) {
      throw new InvalidNodeException("weight " + weight + " is not a matrix");
    }
    ElementType type = call.element(0);
    long heads = call.attributes().requiredInteger("num_heads");
    Size size =
        Dimensions.agreed(
            Dimensions.part(query.dim(-1), heads, "heads"), weight.dim(0), "size of a head");
    Size rows = query.elements(0, query.rank() - 1).times(heads);
    MatrixProduct product = new MatrixProduct(Size.ONE, rows, size, weight.dim(1));
    Size gates = rows.times(2);
    Rows halves = new Rows(gates, Dimensions.part(weight.dim(1), 2, "halves"));
    Size length = sequences.dim(1);
    Size pairs = Size.product(List.of(sequences.dim(0), Size.of(heads), length, length));
    Work work =
        product
            .work(type)
            .and(WorkKind.ADD, type, query.elements().plus(halves.combinations()))
            .and(WorkKind.BIAS_ADD, type, product.sums())
            .plus(ElementWork.SIGMOID.times(type, gates))
            .plus(GATE.times(type, rows))
            .and(WorkKind.MULTIPLY, type, pairs);
    Formula formula =
        product.formula().plus(Formula.of("pairs").where("pairs", "biases of all pairs", pairs));
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean learned =
        input == QUERY_BIAS || input == WEIGHT || input == BIAS || input == GATE_CONSTANT;
    return learned ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  /** Number of sequences and their length, of the queries or, where padding is removed, before. */
  private static Shape sequences(Call call) {
    Shape query = call.shape(0);
    if (call.hasInput(OFFSETS)) {
      Shape offsets = call.shape(OFFSETS);
      requireRank(offsets, 2);
      requireRank(query, 2);
      return offsets;
    }
    requireRank(query, 3);
    return query;
  }

  private static void requireRank(Shape shape, int rank) {
    if (shape.rank() != rank) {
      throw new InvalidNodeException("a tensor is " + shape + ", expected rank " + rank);
    }
  }
}
