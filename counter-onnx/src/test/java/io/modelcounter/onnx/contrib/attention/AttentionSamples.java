package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class AttentionSamples {
  private AttentionSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TensorValue length(long length) {
    return TensorValue.vector(ElementType.INT32, List.of(Scalar.of(length)));
  }

  private static TensorValue truth(boolean truth) {
    return TensorValue.scalar(ElementType.BOOL, Scalar.of(truth));
  }

  /** Two heads of size 8 over an input of 16. */
  static TestCall projected() {
    return call("Attention")
        .input("float32[batch, q, 16]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .attribute("num_heads", 2L)
        .outputs("output", "present");
  }

  static TestCall withPast() {
    return projected().absent().input("float32[2, batch, 2, past, 8]");
  }

  /** A cache of which 5 of 32 positions are filled. */
  static TestCall oneStep() {
    return call("DecoderMaskedSelfAttention")
        .input("float16[batch, 1, 16]")
        .stored("float16[16, 48]")
        .stored("float16[48]")
        .absent()
        .input("float16[2, batch, 2, 32, 8]")
        .absent()
        .values(length(5))
        .attribute("num_heads", 2L)
        .attribute("past_present_share_buffer", 1L)
        .outputs("output", "present");
  }

  static TestCall quantized() {
    return call("QAttention")
        .input("uint8[batch, q, 16]")
        .stored("int8[16, 48]")
        .stored("float32[48]")
        .stored("float32[]")
        .stored("float32[]")
        .input("int32[batch]")
        .stored("uint8[]")
        .absent()
        .input("float32[2, batch, 2, past, 8]")
        .attribute("num_heads", 2L)
        .outputs("output", "present");
  }

  /** Two heads, keys of size 8, values of size 4. */
  static TestCall byHeads() {
    return call("MultiHeadAttention")
        .input("float32[batch, q, 16]")
        .input("float32[batch, k, 16]")
        .input("float32[batch, k, 8]")
        .attribute("num_heads", 2L)
        .outputs("output", "present_key", "present_value", "qk");
  }

  static TestCall byHeadsWithPast() {
    return byHeads()
        .stored("float32[40]")
        .input("int32[batch]")
        .input("float32[1, 2, q, past + k]")
        .input("float32[batch, 2, past, 8]")
        .input("float32[batch, 2, past, 4]");
  }

  static TestCall oneStepByHeads() {
    return call("DecoderMaskedMultiHeadAttention")
        .input("float16[batch, 1, 16]")
        .input("float16[batch, 1, 16]")
        .input("float16[batch, 1, 16]")
        .absent()
        .absent()
        .input("float16[batch, 2, 32, 8]")
        .input("float16[batch, 2, 32, 8]")
        .attribute("num_heads", 2L)
        .attribute("past_present_share_buffer", 1L)
        .outputs("output", "present_key", "present_value", "qk");
  }

  /** Eight query heads and two key heads of size 4. */
  static TestCall grouped(String total) {
    return call("GroupQueryAttention")
        .input("float16[batch, q, 32]")
        .input("float16[batch, q, 8]")
        .input("float16[batch, q, 8]")
        .input("float16[batch, 2, past, 4]")
        .input("float16[batch, 2, past, 4]")
        .input("int32[batch]")
        .sizes(total)
        .attribute("num_heads", 8L)
        .attribute("kv_num_heads", 2L)
        .outputs("output", "present_key", "present_value");
  }

  static TestCall groupedInOne() {
    return call("GroupQueryAttention")
        .input("float32[batch, q, 48]")
        .absent()
        .absent()
        .absent()
        .absent()
        .input("int32[batch]")
        .input("int32[]")
        .stored("float32[64, 2]")
        .stored("float32[64, 2]")
        .attribute("num_heads", 8L)
        .attribute("kv_num_heads", 2L)
        .attribute("do_rotary", 1L)
        .outputs("output", "present_key", "present_value", "qk");
  }

  static TestCall sparse() {
    return call("SparseAttention")
        .input("float16[batch, q, 32]")
        .input("float16[batch, q, 8]")
        .input("float16[batch, q, 8]")
        .input("float16[batch, 2, 64, 4]")
        .input("float16[batch, 2, 64, 4]")
        .stored("int32[1, 5]")
        .stored("int32[1, 9]")
        .input("int32[]")
        .input("int32[batch]")
        .attribute("num_heads", 8L)
        .attribute("kv_num_heads", 2L)
        .attribute("sparse_block_size", 16L)
        .outputs("output", "present_key", "present_value");
  }

  static TestCall paged() {
    return call("PagedAttention")
        .input("float16[tokens, 32]")
        .input("float16[tokens, 8]")
        .input("float16[tokens, 8]")
        .input("float16[100, 16, 2, 4]")
        .input("float16[100, 16, 2, 4]")
        .input("int32[9]")
        .input("int32[8]")
        .input("int32[8, 6]")
        .attribute("num_heads", 8L)
        .attribute("kv_num_heads", 2L)
        .outputs("output", "key_cache_out", "value_cache_out");
  }

  static TestCall packed() {
    return call("PackedAttention")
        .input("float32[tokens, 16]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .input("int32[sequences, 12]")
        .input("int32[9]")
        .attribute("num_heads", 2L);
  }

  static TestCall packedByHeads() {
    return call("PackedMultiHeadAttention")
        .input("float16[tokens, 16]")
        .input("float16[tokens, 16]")
        .input("float16[tokens, 8]")
        .stored("float16[40]")
        .input("int32[sequences, 12]")
        .input("int32[9]")
        .attribute("num_heads", 2L);
  }

  static TestCall longformer() {
    return call("LongformerAttention")
        .input("float32[batch, s, 16]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .input("float32[batch, s]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .input("int32[batch, s]")
        .attribute("num_heads", 2L)
        .attribute("window", 4L);
  }

  static TestCall quantizedLongformer() {
    return call("QOrderedLongformerAttention")
        .input("int8[batch, s, 16]")
        .stored("float32[]")
        .stored("int8[16, 48]")
        .stored("float32[]")
        .stored("float32[48]")
        .stored("float32[]")
        .stored("float32[]")
        .input("float16[batch, s]")
        .stored("int8[16, 48]")
        .stored("float32[]")
        .stored("float32[48]")
        .stored("float32[]")
        .input("int32[batch, s]")
        .stored("float32[]")
        .attribute("num_heads", 2L)
        .attribute("window", 4L);
  }

  static TestCall ordered() {
    return call("QOrderedAttention")
        .input("int8[batch, s, 16]")
        .stored("float32[]")
        .stored("float32[]")
        .stored("float32[]")
        .stored("float32[]")
        .stored("int8[16, 8]")
        .stored("int8[16, 8]")
        .stored("int8[16, 8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .stored("float32[8]")
        .stored("float32[]")
        .stored("float32[]")
        .stored("float32[]")
        .attribute("num_heads", 2L);
  }

  /** A decoder whose keys are those of another sequence, or stand in the cache, or both not. */
  static TestCall decoder(boolean another, boolean cached) {
    return decoderWithUnknownMode()
        .values(truth(another))
        .values(truth(cached))
        .values(truth(true));
  }

  private static TestCall decoderWithUnknownMode() {
    return call("DecoderAttention")
        .input("float32[q, batch, 16]")
        .input("float32[k, batch, 16]")
        .stored("float32[16, 16]")
        .stored("float32[16, 32]")
        .stored("float32[48]")
        .absent()
        .input("float32[batch, 2, past, 8]")
        .input("float32[batch, 2, past, 8]")
        .attribute("num_heads", 2L)
        .outputs("output", "new_key_cache", "new_value_cache");
  }

  static TestCall decoderOfUnknownMode() {
    return decoderWithUnknownMode().input("bool[]").input("bool[]").input("bool[]");
  }

  static TestCall linear(String type) {
    return call("LinearAttention")
        .input(type + "[batch, t, 32]")
        .input(type + "[batch, t, 16]")
        .input(type + "[batch, t, 48]")
        .absent()
        .input(type + "[batch, t, 2]")
        .input(type + "[batch, t, 2]")
        .attribute("q_num_heads", 4L)
        .attribute("kv_num_heads", 2L)
        .outputs("output", "present_state");
  }

  static TestCall gate(String type) {
    return call("LinearAttentionGate")
        .input(type + "[batch, t, 4]")
        .stored("float32[4]")
        .stored("float32[4]")
        .input(type + "[batch, t, 4]")
        .outputs("decay", "beta");
  }

  static TestCall causalConvolution() {
    return call("CausalConvWithState")
        .input("float32[batch, 6, length]")
        .stored("float32[6, 1, 4]")
        .stored("float32[6]")
        .outputs("output", "present_state");
  }

  static TestCall removal() {
    return call("RemovePadding")
        .input("float16[batch, s, 16]")
        .input("int32[batch]")
        .outputs("output", "token_offset", "cumulated_seq_len", "max_seq_len");
  }

  static TestCall restoration() {
    return call("RestorePadding").input("float16[tokens, 16]").input("int32[batch, s]");
  }

  static List<TestCall> all() {
    return List.of(
        projected(),
        withPast().attribute("unidirectional", 1L),
        withPast().attribute("past_present_share_buffer", 1L),
        oneStep(),
        quantized(),
        byHeads(),
        byHeadsWithPast(),
        byHeadsWithPast().input("int32[]"),
        oneStepByHeads(),
        grouped("total"),
        groupedInOne(),
        sparse(),
        paged(),
        packed(),
        packedByHeads(),
        longformer(),
        quantizedLongformer(),
        ordered(),
        decoder(false, false),
        decoder(false, true),
        decoder(true, false),
        decoder(true, true),
        linear("float32"),
        gate("float16"),
        causalConvolution(),
        removal(),
        restoration());
  }
}
