package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Rows;
import java.util.stream.IntStream;

/**
 * A reduction along the axes of the attribute {@code axes}; none stands for all.
 *
 * @param output dimensions of the output
 * @param rows the groups that are combined into one output element each
 */
record ReducedCall(Shape output, Rows rows) {

  /** Reads input 0 and the attributes {@code axes} and {@code keepdims}. */
  static ReducedCall of(Call call) {
    Shape input = call.shape(0);
    long[] listed = call.attributes().integers("axes").orElse(new long[0]);
    int[] axes =
        listed.length == 0
            ? IntStream.range(0, input.rank()).toArray()
            : Axes.normalize(listed, input.rank());
    boolean keep = call.attributes().integer("keepdims", 1) != 0;
    return new ReducedCall(Axes.reduced(input, axes, keep), Rows.across(input, axes));
  }
}
