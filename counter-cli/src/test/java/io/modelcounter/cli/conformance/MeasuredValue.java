package io.modelcounter.cli.conformance;

import io.modelcounter.model.ValueType;

/** A value as a runtime measured it, or as a conformance case stores it. */
interface MeasuredValue {

  /** How an inferred type compares with this value. */
  Verdict compare(ValueType inferred);

  /** Its type, for a graph input that was given this value. */
  ValueType valueType();
}
