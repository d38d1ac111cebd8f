package com.acme.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.ConventionTck;
import io.modelcounter.tck.LayerSample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The convention keeps the rules V1 to V8, and weighs what the data sheet says. */
final class AcmeCyclesTest extends ConventionTck {
  @Override
  protected CountingConvention convention() {
    return AcmeCycles.convention();
  }

  @Override
  protected List<LayerSample> samples() {
    return Stream.concat(LayerSample.typical().stream(), Stream.of(attention())).toList();
  }

  private static LayerSample attention() {
    return LayerSample.of(WindowAttentionSamples.all().get(0), new WindowAttention());
  }

  @Test
  void countsAMultiplyAddOnceAndAnExponentialTwelveTimes() {
    LayerSample layer = attention().bind(Bindings.of("batch", 1));
    // 9069312 multiply-adds; softmax of 784 rows of 49: 38416 exponentials at 12, 38416
    // subtractions, 784 * 48 comparisons and as many additions, 38416 divisions at 4
    long softmax = 38416 * (12 + 1 + 4) + 2 * 784 * 48;
    assertThat(convention().count(layer.view())).hasToString(Long.toString(9069312 + softmax));
  }
}
