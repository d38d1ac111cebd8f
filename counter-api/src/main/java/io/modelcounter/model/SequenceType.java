package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/**
 * Type of a sequence.
 *
 * @param element what every member is at least known to be
 * @param length number of members, or empty if it is not known
 */
public record SequenceType(ValueType element, Optional<Size> length) implements ValueType {

  @Override
  public String text() {
    return "sequence(" + element.text() + ")";
  }

  @Override
  public SequenceType bind(Bindings bindings) {
    return new SequenceType(element.bind(bindings), length.map(size -> size.bind(bindings)));
  }

  @Override
  public String toString() {
    return "sequence(" + element + ")";
  }
}
