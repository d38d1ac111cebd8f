package io.modelcounter.core.operator.text;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** A call of every operator on texts. */
final class TextSamples {
  private TextSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("StringConcat", 20).input("string[batch, 3]").input("string[3]"),
        TestCall.onnx("StringNormalizer", 10).input("string[batch]"),
        TestCall.onnx("StringSplit", 20).input("string[batch, 2]").outputs("parts", "counts"),
        TestCall.onnx("RegexFullMatch", 20).input("string[batch]").attribute("pattern", "a*"),
        ngrams("TF"),
        ngrams("TFIDF"));
  }

  static TestCall ngrams(String mode) {
    return TestCall.onnx("TfIdfVectorizer", 9)
        .input("int64[batch, 12]")
        .attribute("mode", mode)
        .attribute("min_gram_length", 1L)
        .attribute("max_gram_length", 2L)
        .attribute("max_skip_count", 0L)
        .attribute("ngram_counts", 0, 3)
        .attribute("ngram_indexes", 0, 1, 2, 6, 4);
  }
}
