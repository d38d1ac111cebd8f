package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class NormalizationSamples {
  private NormalizationSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TestCall skipLayer() {
    return call("SkipLayerNormalization")
        .input("float32[batch, 5, 32]")
        .input("float32[batch, 5, 32]")
        .stored("float32[32]");
  }

  static TestCall skipSimplified() {
    return call("SkipSimplifiedLayerNormalization")
        .input("float16[batch, 5, 32]")
        .input("float16[batch, 5, 32]")
        .stored("float16[32]");
  }

  static TestCall embedding() {
    return call("EmbedLayerNormalization")
        .input("int32[batch, 6]")
        .absent()
        .stored("float32[100, 8]")
        .stored("float32[16, 8]")
        .absent()
        .stored("float32[8]")
        .stored("float32[8]");
  }

  static TestCall embeddingOfSegments() {
    return call("EmbedLayerNormalization")
        .input("int32[batch, sequence]")
        .input("int32[batch, sequence]")
        .stored("float16[100, 8]")
        .stored("float16[16, 8]")
        .stored("float16[2, 8]")
        .stored("float16[8]")
        .stored("float16[8]")
        .input("int32[batch, sequence]")
        .outputs("Y", "mask_index", "embedding_sum");
  }

  static TestCall group() {
    return call("GroupNorm")
        .input("float16[batch, 4, 4, 8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .attribute("groups", 2L)
        .attribute("activation", 0L);
  }

  static TestCall skipGroup() {
    return call("SkipGroupNorm")
        .input("float16[batch, 8, h, w]")
        .stored("float16[8]")
        .stored("float16[8]")
        .input("float16[batch, 8, h, w]")
        .stored("float16[8]")
        .attribute("groups", 4L)
        .attribute("activation", 1L)
        .attribute("channels_last", 0L)
        .outputs("Y", "S");
  }

  static TestCall gated() {
    return call("GatedRMSNorm")
        .input("float16[batch, 3, 32]")
        .stored("float16[8]")
        .input("float16[batch, 3, 32]");
  }

  static List<TestCall> all() {
    return List.of(
        skipLayer(),
        skipLayer().stored("float32[32]").stored("float32[32]").outputs("Y", "", "", "sum"),
        skipSimplified(),
        skipSimplified().stored("float16[32]").outputs("Y", "mean", "deviation", "sum"),
        embedding(),
        embeddingOfSegments(),
        group(),
        skipGroup(),
        gated());
  }
}
