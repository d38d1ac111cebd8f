package io.modelcounter.rules.expression;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;

/** What has a size for every node of an operator. */
@FunctionalInterface
interface Expression {

  /**
   * The size for a node.
   *
   * @throws UnknownInputException if it hangs on something that is not known
   * @throws InvalidNodeException if the node contradicts the expression
   */
  Size value(Call call);
}
