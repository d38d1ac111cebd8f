package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;

/** Work of keeping keys and values quantized: what is added is quantized, what is met is not. */
final class QuantizedCache {
  private QuantizedCache() {}

  /**
   * Work for keys and values.
   *
   * @param call the call with the attributes {@code k_quant_type} and {@code v_quant_type}
   * @param cache position of the cache of keys
   * @param type type in which the attention computes
   * @param added elements of the keys, and of the values, that are added to the cache
   * @param met elements of the keys, and of the values, that are asked
   */
  static Work work(Call call, int cache, ElementType type, Size added, Size met) {
    Work work = Work.NONE;
    for (String attribute : new String[] {"k_quant_type", "v_quant_type"}) {
      if (!call.attributes().text(attribute, "NONE").equals("NONE")) {
        work =
            work.plus(Quantization.quantize(type, call.element(cache), added, false))
                .plus(Quantization.dequantize(type, met, false));
      }
    }
    return work;
  }
}
