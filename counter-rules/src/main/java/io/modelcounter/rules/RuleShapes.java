package io.modelcounter.rules;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Infers outputs as a rule file says.
 *
 * @param operators what it serves
 * @param outputs the outputs in order
 */
record RuleShapes(List<OperatorRange> operators, List<OutputRule> outputs) implements ShapeRule {

  @Override
  public List<Inferred> outputs(Call call) {
    return IntStream.range(0, outputs.size()).mapToObj(i -> outputs.get(i).of(call, i)).toList();
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return outputs.stream().map(output -> output.withoutShape(call, reason)).toList();
  }
}
