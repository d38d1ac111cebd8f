package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * EmbedLayerNormalization (com.microsoft): the rows of a word, a position and an optional segment
 * table that ids [batch, sequence] name are added and normalized: [batch, sequence, hidden]; with
 * it the length of every sequence without padding [batch], and the sums.
 *
 * <p>Rows are looked up for nothing; every table behind the first takes one addition an element;
 * the rest is that of a layer normalization.
 */
final class EmbeddingNormalization extends NamedOperator {
  private static final int IDS = 0;
  private static final int WORDS = 2;
  private static final int POSITIONS = 3;
  private static final int SEGMENTS = 4;
  private static final int SHIFT = 6;
  private static final int MASK = 7;
  private static final int LENGTHS = 1;
  private static final int SUM = 2;

  EmbeddingNormalization() {
    super(Contrib.operator("EmbedLayerNormalization"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape ids = call.shape(IDS);
    if (ids.rank() != 2) {
      throw new InvalidNodeException("the ids are " + ids + ", expected [batch, sequence]");
    }
    return outputs(call, Shape.of(ids.dim(0), ids.dim(1), hidden(call)), Shape.of(ids.dim(0)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return outputs(call, unknown, unknown);
  }

  private static List<Inferred> outputs(Call call, Shape output, Shape lengths) {
    Inferred normalized = Inferred.tensor(call.element(WORDS), output);
    List<Inferred> outputs = new ArrayList<>();
    outputs.add(normalized);
    if (call.outputCount() > LENGTHS) {
      outputs.add(Inferred.tensor(ElementType.INT32, lengths));
    }
    if (call.outputCount() > SUM) {
      outputs.add(normalized);
    }
    return outputs;
  }

  /** The hidden size that the tables share. */
  private static Size hidden(Call call) {
    Size hidden = row(call.shape(WORDS));
    for (int table : new int[] {POSITIONS, SEGMENTS}) {
      if (call.hasInput(table) && call.shapeIfKnown(table).hasRank()) {
        hidden = Dimensions.agreed(hidden, row(call.shape(table)), "the hidden size");
      }
    }
    return hidden;
  }

  private static Size row(Shape table) {
    if (table.rank() != 2) {
      throw new InvalidNodeException("a table is " + table + ", expected [rows, hidden]");
    }
    return table.dim(1);
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    ElementType type = call.element(WORDS);
    NormalizationWork work =
        new NormalizationWork(output.elements(), Statistics.rows(output)).each(WorkKind.ADD, type);
    if (call.hasInput(SEGMENTS)) {
      work.each(WorkKind.ADD, type);
    }
    Cost cost =
        work.center(Statistics.TYPE)
            .deviation(Statistics.TYPE)
            .divide(Statistics.TYPE)
            .scale(type, true)
            .cost();
    return call.hasInput(MASK) && call.hasOutput(LENGTHS)
        ? cost.assuming("Finding the lengths of the sequences in the mask is not counted.")
        : cost;
  }

  @Override
  public InputRole role(Call call, int input) {
    return input >= WORDS && input <= SHIFT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  /** Of a table only the rows that are looked up are read. */
  @Override
  public Traffic traffic(Call call) {
    List<Amount> read = new ArrayList<>();
    for (int i = 0; i < call.inputCount(); i++) {
      if (call.hasInput(i)) {
        boolean table = i >= WORDS && i <= SEGMENTS;
        read.add(LayerCounter.bytes(table ? call.outputType(0) : call.type(i)));
      }
    }
    return new Traffic(Amount.sum(read), super.traffic(call).writeBytes());
  }
}
