package io.modelcounter.cli.conformance;

import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.OptionalLong;

/** How an inferred type compares with a measured one. */
enum Verdict {
  /** Type, rank and every dimension are right. */
  EQUAL,
  /** What is known is right, but some dimension, or the rank, is not known. */
  PARTLY,
  /** Something that is claimed to be known is wrong. */
  WRONG,
  /** Nothing is known. */
  MISSING;

  static Verdict of(ValueType inferred, Measured measured) {
    Shape shape;
    String element;
    if (inferred instanceof TensorType tensor) {
      shape = tensor.shape();
      element = tensor.element().text();
    } else if (inferred instanceof SparseTensorType sparse) {
      shape = sparse.shape();
      element = sparse.element().text();
    } else {
      return MISSING;
    }
    if (element.equals("unknown")) {
      return MISSING;
    }
    if (!element.equals(measured.canonicalType())) {
      return WRONG;
    }
    if (!shape.hasRank()) {
      return PARTLY;
    }
    if (shape.rank() != measured.shape().size()) {
      return WRONG;
    }
    Verdict verdict = EQUAL;
    for (int axis = 0; axis < shape.rank(); axis++) {
      Size dim = shape.dim(axis);
      OptionalLong known = dim.asLong();
      if (known.isEmpty()) {
        verdict = PARTLY;
      } else if (known.getAsLong() != measured.shape().get(axis)) {
        return WRONG;
      }
    }
    return verdict;
  }
}
