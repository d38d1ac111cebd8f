package io.modelcounter.onnx.contrib.text;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The text family. */
public final class TextOperators {
  private TextOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new Tokenizer(), new MurmurHash(), new WordConvEmbedding());
  }
}
