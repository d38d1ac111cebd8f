package io.modelcounter.cli.conformance;

import io.modelcounter.model.OptionalType;
import io.modelcounter.model.ValueType;
import java.util.Optional;

/**
 * A value that may be absent.
 *
 * @param value the value, or empty if it is absent
 */
record MeasuredOptional(Optional<MeasuredValue> value) implements MeasuredValue {

  @Override
  public Verdict compare(ValueType inferred) {
    ValueType inside = inferred instanceof OptionalType optional ? optional.element() : inferred;
    return value
        .map(there -> there.compare(inside))
        .orElse(inferred instanceof OptionalType ? Verdict.EQUAL : Verdict.MISSING);
  }

  @Override
  public ValueType valueType() {
    return new OptionalType(
        value.map(MeasuredValue::valueType).orElse(ValueType.unknown("it is absent")));
  }
}
