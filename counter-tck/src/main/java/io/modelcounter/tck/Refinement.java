package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether an answer from more knowledge keeps what was said from less: nothing known may become
 * unknown or something else, but what was open may close.
 */
final class Refinement {
  /** Relative distance that symbolic and binary32 arithmetic may have. */
  private static final double TOLERANCE = 1e-6;

  private Refinement() {}

  /** Throws an AssertionError if an output that was known is lost or contradicted. */
  static void requireOutputs(String what, List<Inferred> less, List<Inferred> more) {
    for (int i = 0; i < less.size() && i < more.size(); i++) {
      Inferred before = less.get(i);
      Inferred after = more.get(i);
      if (!holds(before.type(), after.type())) {
        throw broken(what + ", type of output " + i, before.type(), after.type());
      }
      Optional<TensorValue> value = before.value();
      if (value.isPresent()
          && !after.value().map(known -> holds(value.get(), known)).orElse(false)) {
        throw broken(what + ", elements of output " + i, value.get(), after.value());
      }
    }
  }

  /** Throws an AssertionError if a cost leaves the bounds that it had. */
  static void requireCost(String what, Cost less, Cost more) {
    boolean free = less.isUnknown() || less.isFree() == more.isFree();
    if (!free || !holds(less, more)) {
      throw broken(what, Costs.describe(less), Costs.describe(more));
    }
  }

  /** Throws an AssertionError if an amount leaves the bounds that it had. */
  static void requireAmount(String what, Amount less, Amount more) {
    boolean below = less.low().isGreaterThan(more.low());
    boolean above =
        less.high().isPresent()
            && (more.high().isEmpty() || more.high().get().isGreaterThan(less.high().get()));
    if (below || above) {
      throw broken(what, less, more);
    }
  }

  private static AssertionError broken(String what, Object less, Object more) {
    return new AssertionError(
        what + ": expected what <" + less + "> allows but found <" + more + ">");
  }

  private static boolean holds(ValueType less, ValueType more) {
    if (less instanceof UnknownType) {
      return true;
    }
    if (less instanceof TensorType a && more instanceof TensorType b) {
      return holds(a.element(), b.element()) && holds(a.shape(), b.shape());
    }
    if (less instanceof SparseTensorType a && more instanceof SparseTensorType b) {
      return holds(a.element(), b.element()) && holds(a.shape(), b.shape());
    }
    if (less instanceof SequenceType a && more instanceof SequenceType b) {
      return holds(a.element(), b.element()) && holdsLength(a.length(), b.length());
    }
    if (less instanceof OptionalType a && more instanceof OptionalType b) {
      return holds(a.element(), b.element());
    }
    if (less instanceof MapType a && more instanceof MapType b) {
      return a.key() == b.key() && holds(a.value(), b.value());
    }
    return false;
  }

  private static boolean holds(ElementType less, ElementType more) {
    return less == ElementType.UNKNOWN || less == more;
  }

  private static boolean holdsLength(Optional<Size> less, Optional<Size> more) {
    return less.isEmpty() || (more.isPresent() && holds(less.get(), more.get()));
  }

  private static boolean holds(Shape less, Shape more) {
    if (!less.hasRank()) {
      return true;
    }
    if (!more.hasRank() || less.rank() != more.rank()) {
      return false;
    }
    for (int i = 0; i < less.rank(); i++) {
      if (!holds(less.dim(i), more.dim(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Size less, Size more) {
    return less.isConstant() ? less.equals(more) : less.compare(more) != Comparison.DIFFERENT;
  }

  private static boolean holds(TensorValue less, TensorValue more) {
    if (less.size() != more.size()) {
      return false;
    }
    for (int i = 0; i < less.size(); i++) {
      if (!holds(less.at(i), more.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Scalar less, Scalar more) {
    if (!less.isKnown() || less.equals(more)) {
      return true;
    }
    Optional<Size> before = less.asSize();
    Optional<Size> after = more.asSize();
    if (before.isPresent() && after.isPresent()) {
      return holds(before.get(), after.get());
    }
    if (less.numerator().isPresent()) {
      return more.isKnown(); // a fraction in data-dependent symbols
    }
    OptionalDouble a = less.asDouble();
    OptionalDouble b = more.asDouble();
    return a.isPresent()
        && b.isPresent()
        && Math.abs(a.getAsDouble() - b.getAsDouble()) <= TOLERANCE * Math.abs(a.getAsDouble());
  }

  private static boolean holds(Cost less, Cost more) {
    Optional<Work> lessHigh = less.high();
    Optional<Work> moreHigh = more.high();
    if (lessHigh.isPresent() && moreHigh.isEmpty()) {
      return false;
    }
    Set<Work.Key> keys = new TreeSet<>(less.low().amounts().keySet());
    keys.addAll(more.low().amounts().keySet());
    lessHigh.ifPresent(work -> keys.addAll(work.amounts().keySet()));
    moreHigh.ifPresent(work -> keys.addAll(work.amounts().keySet()));
    for (Work.Key key : keys) {
      boolean below = amount(less.low(), key).isGreaterThan(amount(more.low(), key));
      boolean above =
          lessHigh.isPresent()
              && amount(moreHigh.orElseThrow(), key).isGreaterThan(amount(lessHigh.get(), key));
      if (below || above) {
        return false;
      }
    }
    return true;
  }

  private static Size amount(Work work, Work.Key key) {
    return work.amounts().getOrDefault(key, Size.ZERO);
  }
}
