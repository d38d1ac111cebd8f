package io.modelcounter.core.operator.reduction;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.spi.support.ScalarLogic;

/** How a reduction whose values are followed works out its elements. */
enum ReducedValue {
  SUM {
    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }

    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }
  },
  MEAN {
    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }

    @Override
    Scalar finish(ElementType type, Scalar combined, int group) {
      return ScalarArithmetic.divide(type, combined, number(group, type));
    }
  },
  PRODUCT {
    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.multiply(type, a, b);
    }

    @Override
    Scalar initial(ElementType type) {
      return number(1, type);
    }
  },
  MAXIMUM {
    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return type == ElementType.BOOL ? ScalarLogic.or(a, b) : ScalarArithmetic.max(type, a, b);
    }
  },
  MINIMUM {
    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return type == ElementType.BOOL ? ScalarLogic.and(a, b) : ScalarArithmetic.min(type, a, b);
    }
  },
  SUM_OF_ABSOLUTES {
    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }

    @Override
    Scalar prepare(ElementType type, Scalar element) {
      return ScalarArithmetic.absolute(type, element);
    }

    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }
  },
  SUM_OF_SQUARES {
    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }

    @Override
    Scalar prepare(ElementType type, Scalar element) {
      return ScalarArithmetic.multiply(type, element, element);
    }

    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }
  },
  ROOT_OF_SQUARES {
    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }

    @Override
    Scalar prepare(ElementType type, Scalar element) {
      return SUM_OF_SQUARES.prepare(type, element);
    }

    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }

    @Override
    Scalar finish(ElementType type, Scalar combined, int group) {
      return ScalarArithmetic.sqrt(type, combined);
    }
  },
  LOG_OF_SUM {
    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }

    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }

    @Override
    Scalar finish(ElementType type, Scalar combined, int group) {
      return ScalarArithmetic.apply(type, combined, Math::log);
    }
  },
  LOG_OF_EXPONENTIALS {
    @Override
    Scalar initial(ElementType type) {
      return number(0, type);
    }

    @Override
    Scalar prepare(ElementType type, Scalar element) {
      return ScalarArithmetic.apply(type, element, Math::exp);
    }

    @Override
    Scalar combine(ElementType type, Scalar a, Scalar b) {
      return ScalarArithmetic.add(type, a, b);
    }

    @Override
    Scalar finish(ElementType type, Scalar combined, int group) {
      return LOG_OF_SUM.finish(type, combined, group);
    }
  };

  /** What an element is before it is combined with others. */
  Scalar prepare(ElementType type, Scalar element) {
    return element;
  }

  abstract Scalar combine(ElementType type, Scalar a, Scalar b);

  /** Result for an empty group. */
  Scalar initial(ElementType type) {
    return Scalar.UNKNOWN;
  }

  /** Result for a group whose elements are combined. */
  Scalar finish(ElementType type, Scalar combined, int group) {
    return combined;
  }

  /** Elements of the output. */
  TensorValue fold(TensorValue value, int[] axes, boolean keep) {
    ElementType type = value.elementType();
    long[] dims = value.dims();
    long group = 1;
    for (int axis : axes) {
      group *= dims[axis];
    }
    int length = (int) group;
    return Folding.fold(
        value,
        axes,
        keep,
        initial(type),
        element -> prepare(type, element),
        (a, b) -> combine(type, a, b),
        combined -> finish(type, combined, length));
  }

  private static Scalar number(long number, ElementType type) {
    return ScalarArithmetic.cast(Scalar.of(number), ElementType.INT64, type);
  }
}
