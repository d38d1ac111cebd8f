package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;

/**
 * Bytes that are alive over a range of execution steps.
 *
 * @param name name of the value, or of the node whose working memory it is
 * @param type its type in words, for example {@code float32[1, 64, 112, 112]}
 * @param bytes bytes that it takes
 * @param firstStep step at which it is made; 0 for graph inputs
 * @param lastStep last step at which it is needed
 */
public record LiveTensor(String name, String type, Amount bytes, int firstStep, int lastStep) {

  /**
   * This tensor with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound tensor
   */
  public LiveTensor bind(Bindings bindings) {
    return new LiveTensor(name, type, bytes.bind(bindings), firstStep, lastStep);
  }
}
