package com.acme.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelReviewTest {

  @Test
  void saysWhatAModelCosts() {
    assertThat(ModelReview.review(Path.of("model/digits.onnx"), List.of()))
        .containsExactly(
            // 784 * 512 + 512 * 10
            "MACs        406528*batch",
            "FLOPs       814090*batch",
            "parameters  407050",
            "MACs of a batch of 8: 3252224",
            "  3211264  /0/Gemm by modelcounter",
            "  40960  /2/Gemm by modelcounter",
            "  0  /1/Relu by modelcounter");
  }
}
