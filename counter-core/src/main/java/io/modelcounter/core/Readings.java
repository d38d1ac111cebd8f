package io.modelcounter.core;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.Reading;
import io.modelcounter.model.ModelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an analysis reads the operators between DequantizeLinear and QuantizeLinear.
 *
 * @param own the reading of the analysis itself
 * @param other the same model in the other reading; null if there is none
 * @param assumption what the numbers rest on in this reading
 */
record Readings(Reading own, @Nullable Analysis other, Optional<String> assumption) {

  static Readings alone(Reading own) {
    return new Readings(own, null, Optional.empty());
  }

  static Readings fused(int operators) {
    return new Readings(
        Reading.FUSED,
        null,
        Optional.of(
            "Operators between DequantizeLinear and QuantizeLinear ("
                + operators
                + ") are counted as operators on quantized tensors."));
  }

  Readings with(Analysis newOther) {
    return new Readings(own, newOther, assumption);
  }

  static Diagnostic impossible(ModelException contradiction) {
    return Diagnostic.info(
        "W0328",
        contradiction.place(),
        "the operators between DequantizeLinear and QuantizeLinear cannot be read as operators on"
            + " quantized tensors: "
            + contradiction.reason());
  }
}
