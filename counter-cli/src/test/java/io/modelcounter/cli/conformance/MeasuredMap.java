package io.modelcounter.cli.conformance;

import io.modelcounter.model.MapType;
import io.modelcounter.model.ValueType;

/** A map, of which the corpus says nothing but that it is one. */
record MeasuredMap() implements MeasuredValue {

  @Override
  public Verdict compare(ValueType inferred) {
    return inferred instanceof MapType ? Verdict.EQUAL : Verdict.MISSING;
  }

  @Override
  public ValueType valueType() {
    return ValueType.unknown("only that it is a map is known");
  }
}
