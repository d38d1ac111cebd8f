package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;

/** The rows that an operator reads of a table, in place of all of it. */
public final class TableRows {
  private TableRows() {}

  /**
   * Bytes of rows of a table, each as long as its last axis.
   *
   * @param call the call
   * @param table position of the table
   * @param rows how many rows are read
   * @return the bytes; unknown if the rank of the table is not known
   * @throws InvalidNodeException if the table is a scalar
   */
  public static Amount bytes(Call call, int table, Size rows) {
    Shape shape = call.shapeIfKnown(table);
    if (!shape.hasRank()) {
      return Amount.unknown("how long a row of a position table is is not known");
    }
    if (shape.rank() == 0) {
      throw new InvalidNodeException("input " + table + " is a scalar, expected a table");
    }
    return call.element(table).bytes(rows.times(shape.dim(-1)));
  }
}
