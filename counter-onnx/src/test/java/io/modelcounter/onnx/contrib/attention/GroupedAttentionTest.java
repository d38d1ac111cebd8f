package io.modelcounter.onnx.contrib.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class GroupedAttentionTest {
  private static final GroupQueryAttention GROUPED = new GroupQueryAttention();
  private static final SparseAttention SPARSE = new SparseAttention();
  private static final PagedAttention PAGED = new PagedAttention();

  /** Two query heads and one key head of size 4; 3 queries meet 5 keys, 2 of them cached. */
  private static TestCall small() {
    return AttentionSamples.call("GroupQueryAttention")
        .input("float16[1, 3, 8]")
        .input("float16[1, 3, 4]")
        .input("float16[1, 3, 4]")
        .input("float16[1, 1, 2, 4]")
        .input("float16[1, 1, 2, 4]")
        .input("int32[1]")
        .scalarValue(5)
        .attribute("num_heads", 2L)
        .attribute("kv_num_heads", 1L);
  }

  @Test
  void meetsAsManyKeysAsTheTotalLengthSays() {
    TestCall call = AttentionSamples.grouped("total");
    // 8 query heads of 4 + 4 a pair
    assertThat(call.count(GROUPED))
        .hasMultiplyAdds("64*batch*q*total")
        .assumes("every query meets every key");
    assertThat(call.shapes(GROUPED))
        .containsExactly(
            "float16[batch, q, 32]",
            "float16[batch, 2, max(past, total), 4]",
            "float16[batch, 2, max(past, total), 4]",
            "float16[batch, 8, q, total]");
  }

  @Test
  void boundsWorkAndCacheIfTheTotalLengthIsNotKnown() {
    TestCall call =
        AttentionSamples.call("GroupQueryAttention")
            .input("float16[1, q, 8]")
            .input("float16[1, q, 4]")
            .input("float16[1, q, 4]")
            .input("float16[1, 1, past, 4]")
            .input("float16[1, 1, past, 4]")
            .input("int32[1]")
            .input("int32[]")
            .attribute("num_heads", 2L)
            .attribute("kv_num_heads", 1L)
            .outputs("output", "present_key", "present_value");
    assertThat(call.count(GROUPED))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "16*q^2", "16*q^2 + 16*past*q");
    assertThat(call.infer(GROUPED).get(1)).hasSizes("1", "1", "present_key.keys", "4");
  }

  @Test
  void countsGroupedHeadsAsManyAsQueryHeads() {
    assertThat(small().count(GROUPED))
        .hasMultiplyAdds("240") // 2 * 3 * 5 * 8
        .hasWork(WorkKind.SELECT, "30")
        .hasWork(WorkKind.MULTIPLY, "30")
        .hasWork(WorkKind.EXP, "30");
    assertThat(small().attribute("causal", 0L).count(GROUPED)).hasWork(WorkKind.SELECT, "0");
    assertThat(small().attribute("local_window_size", 2L).count(GROUPED))
        .hasMultiplyAdds("240")
        .hasWork(WorkKind.SELECT, "60");
  }

  @Test
  void readsQueriesKeysAndValuesInOneTensorAndRotatesPartOfAHead() {
    TestCall call = AttentionSamples.groupedInOne();
    assertThat(call.shapes(GROUPED))
        .containsExactly(
            "float32[batch, q, 32]",
            "float32[batch, 2, q, 4]",
            "float32[batch, 2, q, 4]",
            "float32[batch, 8, q, q]");
    // rows of 2 cosines rotate 4 elements of 10 heads; 8 heads scale their scores
    assertThat(call.count(GROUPED))
        .hasMultiplyAdds("64*batch*q^2")
        .hasWork(WorkKind.MULTIPLY, "80*batch*q + 8*batch*q^2");
  }

  @Test
  void readsARowOfTheTablesForEveryQuery() {
    TestCall call =
        AttentionSamples.call("GroupQueryAttention")
            .input("float32[2, 5, 48]")
            .absent()
            .absent()
            .absent()
            .absent()
            .input("int32[2]")
            .input("int32[]")
            .stored("float32[64, 2]")
            .stored("float32[64, 2]")
            .attribute("num_heads", 8L)
            .attribute("kv_num_heads", 2L);
    // queries, keys and values, lengths, and 10 rows of both tables
    assertThat(GROUPED.traffic(call.call(GROUPED)).readBytes())
        .isEqualTo(Amount.exact(Size.of(4 * 480 + 4 * 3 + 2 * 10 * 2 * 4)));
  }

  @Test
  void putsASinkIntoTheSoftmax() {
    // 6 rows of 5 scores and the sink
    TestCall call = small().attribute("smooth_softmax", 1L);
    assertThat(call.count(GROUPED))
        .hasWork(WorkKind.EXP, "36")
        .hasWork(WorkKind.COMPARE, "30")
        .hasWork(WorkKind.ADD, "66")
        .hasWork(WorkKind.DIVIDE, "30");
  }

  @Test
  void normalizesHeadsAndCapsScores() {
    TestCall call =
        small()
            .absent()
            .absent()
            .absent()
            .absent()
            .absent()
            .absent()
            .absent()
            .stored("float16[4]")
            .stored("float16[4]");
    // 9 heads of 4: per head a root, an epsilon and two divisions
    assertThat(call.count(GROUPED))
        .hasWork(WorkKind.SQRT, "9")
        .hasWork(WorkKind.DIVIDE, "48")
        .hasWork(WorkKind.MULTIPLY, "138");
    assertThat(GROUPED.role(call.call(GROUPED), 14)).isEqualTo(InputRole.PARAMETER);
    assertThat(GROUPED.role(call.call(GROUPED), 3)).isEqualTo(InputRole.CONSTANT);
    assertThat(small().attribute("softcap", 20.0).count(GROUPED))
        .hasWork(WorkKind.HYPERBOLIC, "30");
  }

  @Test
  void quantizesWhatIsAddedToTheCacheAndScalesWhatIsMet() {
    TestCall call =
        AttentionSamples.call("GroupQueryAttention")
            .input("float16[1, 3, 8]")
            .input("float16[1, 3, 4]")
            .input("float16[1, 3, 4]")
            .input("int8[1, 1, 2, 4]")
            .input("int8[1, 1, 2, 4]")
            .input("int32[1]")
            .scalarValue(5)
            .attribute("num_heads", 2L)
            .attribute("kv_num_heads", 1L)
            .attribute("k_quant_type", "PER_TENSOR")
            .attribute("v_quant_type", "PER_TENSOR")
            .outputs("output", "present_key", "present_value");
    assertThat(call.infer(GROUPED).get(1)).hasType("int8[1, 1, 5, 4]");
    // 12 new elements of keys and of values, 20 that are met
    assertThat(call.count(GROUPED)).hasWork(WorkKind.ROUND, "24").hasWork(WorkKind.MULTIPLY, "70");
    assertThat(call.withUnknownRank(0).infer(GROUPED).get(1))
        .hasElementType(ElementType.INT8)
        .hasUnknownRank();
  }

  @Test
  void keepsTheLengthOfASlidingCache() {
    TestCall call =
        AttentionSamples.grouped("total")
            .attribute("sliding_window_cache", 1L)
            .attribute("local_window_size", 16L);
    assertThat(call.infer(GROUPED).get(1)).hasType("float16[batch, 2, past, 4]");
    assertThat(call.count(GROUPED)).hasMultiplyAdds("64*batch*q*min(total, past + q)");
  }

  @Test
  void refusesHeadsThatDoNotShareEvenly() {
    assertThatThrownBy(() -> small().attribute("kv_num_heads", 4L).shape(GROUPED))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("2 query heads");
  }

  @Test
  void meetsAtLeastOneKeyAndAtMostAllOfSparseAttention() {
    TestCall call = AttentionSamples.sparse();
    assertThat(call.shapes(SPARSE))
        .containsExactly(
            "float16[batch, q, 32]", "float16[batch, 2, 64, 4]", "float16[batch, 2, 64, 4]");
    assertThat(call.count(SPARSE))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "64*batch*q", "4096*batch*q");
    assertThatThrownBy(() -> call.attribute("sparse_block_size", 0L).count(SPARSE))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void meetsAtMostTheBlocksOfTheTableOfPagedAttention() {
    TestCall call = AttentionSamples.paged();
    assertThat(call.shapes(PAGED))
        .containsExactly("float16[tokens, 32]", "float16[100, 16, 2, 4]", "float16[100, 16, 2, 4]");
    // 6 blocks of 16 keys
    assertThat(call.count(PAGED)).hasWorkBetween(WorkKind.MULTIPLY_ADD, "64*tokens", "6144*tokens");
  }

  @Test
  void readsOfAPagedCacheAtMostTheBlocksOfTheTable() {
    TestCall call =
        AttentionSamples.call("PagedAttention")
            .input("float16[10, 32]")
            .input("float16[10, 8]")
            .input("float16[10, 8]")
            .input("float16[100, 16, 2, 4]")
            .input("float16[100, 16, 2, 4]")
            .input("int32[3]")
            .input("int32[2]")
            .input("int32[2, 6]")
            .attribute("num_heads", 8L)
            .attribute("kv_num_heads", 2L);
    Amount read = PAGED.traffic(call.call(PAGED)).readBytes();
    // queries, keys, values, lengths and table; 12 blocks of 16 * 2 * 4 elements twice
    assertThat(read.low()).isEqualTo(Size.of(960 + 4 * (3 + 2 + 12)));
    assertThat(read.high()).contains(Size.of(960 + 4 * (3 + 2 + 12) + 2 * 2 * 12 * 128));
  }

  @Test
  void readsALatentCacheOfKeysForValuesToo() {
    TestCall call =
        AttentionSamples.call("PagedAttention")
            .input("float16[10, 48]")
            .input("float16[10, 12]")
            .absent()
            .input("float16[100, 16, 1, 12]")
            .absent()
            .input("int32[3]")
            .input("int32[2]")
            .input("int32[2, 5]")
            .attribute("num_heads", 4L)
            .attribute("kv_num_heads", 1L)
            .attribute("v_head_size", 8L)
            .attribute("kv_cache_layout", "LATENT");
    assertThat(call.shape(PAGED)).isEqualTo("float16[10, 32]");
    assertThat(call.count(PAGED)).hasWorkBetween(WorkKind.MULTIPLY_ADD, "800", "64000");
  }
}
