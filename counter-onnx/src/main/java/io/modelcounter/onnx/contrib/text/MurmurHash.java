package io.modelcounter.onnx.contrib.text;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * MurmurHash3 (com.microsoft, MurmurHash3; Appleby, MurmurHash3_x86_32): a number of 32 bits for
 * every element.
 *
 * <p>A block of four bytes takes three multiplications, one addition and seven operations on bits
 * (two rotations of two shifts and an "or", and an "exclusive or"); an element two multiplications
 * and seven operations on bits more.
 */
final class MurmurHash extends NamedOperator {
  private static final int BITS_OF_BLOCK = 32;

  MurmurHash() {
    super(Contrib.operator("MurmurHash3"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(type(call), call.shapeIfKnown(0)));
  }

  private static ElementType type(Call call) {
    return call.attributes().integer("positive", 1) == 1 ? ElementType.UINT32 : ElementType.INT32;
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.outputShape(0).elements();
    ElementType input = call.element(0);
    if (input == ElementType.UNKNOWN) {
      throw new UnknownInputException("the type of the elements to hash is not known");
    }
    if (input == ElementType.STRING) {
      return Cost.atLeast(
          work(elements, 0), formula(elements, 0), "the texts decide how many bytes they have");
    }
    int blocks = (input.bits() + BITS_OF_BLOCK - 1) / BITS_OF_BLOCK;
    return Cost.of(work(elements, blocks), formula(elements, blocks));
  }

  private static Work work(Size elements, long blocks) {
    return Work.of(WorkKind.MULTIPLY, ElementType.UINT32, elements.times(3 * blocks + 2))
        .and(WorkKind.ADD, ElementType.UINT32, elements.times(blocks))
        .and(WorkKind.BITWISE, ElementType.UINT32, elements.times(7 * blocks + 7));
  }

  private static Formula formula(Size elements, long blocks) {
    return Formula.of("elements * (11 * blocks + 9)")
        .where("elements", "elements of the input", elements)
        .where("blocks", "blocks of four bytes of an element", Size.of(blocks));
  }
}
