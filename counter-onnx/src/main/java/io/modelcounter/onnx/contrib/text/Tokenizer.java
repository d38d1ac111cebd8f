package io.modelcounter.onnx.contrib.text;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokenizer (com.microsoft, Tokenizer): texts [C] or [N, C] are cut into the words of a last axis,
 * which is as long as the text with the most words. If there are no texts, there is no such axis.
 */
final class Tokenizer extends FreeOperator {

  Tokenizer() {
    super("no numbers are computed", Contrib.operator("Tokenizer"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape texts = call.shape(0);
    if (texts.rank() < 1 || texts.rank() > 2) {
      throw new InvalidNodeException("input is " + texts + ", expected [C] or [N, C]");
    }
    List<Size> dims = new ArrayList<>(texts.dims());
    if (texts.elements().isZero()) {
      dims.set(dims.size() - 1, Size.ZERO);
    } else {
      dims.add(call.freshSize(0, "words", "the texts decide how many words they have"));
    }
    return List.of(Inferred.tensor(ElementType.STRING, Shape.of(dims)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.STRING, Shape.unknownRank(reason)));
  }
}
