package io.modelcounter.core.operator.attention;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class AttentionSamples {
  private AttentionSamples() {}

  static TestCall byHeads() {
    return TestCall.onnx("Attention", 23)
        .input("float32[batch, 8, q, 64]")
        .input("float32[batch, 8, k, 64]")
        .input("float32[batch, 8, k, 32]")
        .outputs("Y", "present_key", "present_value", "scores");
  }

  static TestCall packed() {
    return TestCall.onnx("Attention", 24)
        .input("float16[batch, q, 512]")
        .input("float16[batch, k, 128]")
        .input("float16[batch, k, 128]")
        .attribute("q_num_heads", 8L)
        .attribute("kv_num_heads", 2L)
        .outputs("Y", "present_key", "present_value", "scores");
  }

  static TestCall linear(String rule) {
    return TestCall.onnx("LinearAttention", 27)
        .input("float32[batch, t, 32]")
        .input("float32[batch, t, 16]")
        .input("float32[batch, t, 48]")
        .absent()
        .input("float32[batch, t, 2]")
        .input("float32[batch, t, 2]")
        .attribute("q_num_heads", 4L)
        .attribute("kv_num_heads", 2L)
        .attribute("update_rule", rule)
        .outputs("output", "present_state");
  }

  static List<TestCall> all() {
    return List.of(
        byHeads(),
        byHeads()
            .input("bool[q, p + k]")
            .input("float32[batch, 8, p, 64]")
            .input("float32[batch, 8, p, 32]")
            .attribute("softcap", 30.0),
        packed().attribute("is_causal", 1L),
        packed().input("float16[batch, 1, q, k]").attribute("softmax_precision", 1L),
        TestCall.of("ai.onnx.preview", "FlexAttention", 1)
            .input("float16[batch, 8, q, 64]")
            .input("float16[batch, 2, k, 64]")
            .input("float16[batch, 2, k, 32]"),
        linear("gated_delta"),
        linear("linear"),
        TestCall.onnx("RotaryEmbedding", 23)
            .input("float32[batch, 8, s, 64]")
            .stored("float32[2048, 16]")
            .stored("float32[2048, 16]")
            .input("int64[batch, s]")
            .attribute("rotary_embedding_dim", 32L),
        TestCall.onnx("RotaryEmbedding", 23)
            .input("float32[batch, s, 512]")
            .input("float32[batch, s, 32]")
            .input("float32[batch, s, 32]")
            .attribute("num_heads", 8L));
  }
}
