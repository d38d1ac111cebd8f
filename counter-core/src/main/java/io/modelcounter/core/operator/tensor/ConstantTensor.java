package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Constant (ONNX, Constant): the tensor that one of the {@code value} attributes holds. */
final class ConstantTensor extends DataMovement {

  ConstantTensor() {
    super("the model stores the tensor", "Constant");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Attributes attributes = call.attributes();
    Optional<Constant> stored = tensor(attributes, "value");
    if (stored.isEmpty()) {
      stored = tensor(attributes, "sparse_value");
    }
    return List.of(stored.isPresent() ? stored(stored.get()) : Inferred.of(listed(attributes)));
  }

  /** A tensor attribute, dense or sparse. */
  private static Optional<Constant> tensor(Attributes attributes, String name) {
    Optional<AttributeValue> value = attributes.find(name);
    return value.isPresent() && value.get().value() instanceof Constant constant
        ? Optional.of(constant)
        : attributes.tensor(name);
  }

  private static Inferred stored(Constant constant) {
    Inferred output = Inferred.of(constant.type());
    return constant.isSparse() || Elements.followedDims(constant.type().shape()).isEmpty()
        ? output
        : output.withValue(constant::value);
  }

  private static TensorValue listed(Attributes attributes) {
    if (attributes.has("value_float")) {
      double value = attributes.real("value_float").orElseThrow();
      return TensorValue.scalar(ElementType.FLOAT32, Scalar.real(value));
    }
    if (attributes.has("value_floats")) {
      double[] values = attributes.reals("value_floats").orElseThrow();
      return TensorValue.vector(
          ElementType.FLOAT32, Arrays.stream(values).mapToObj(Scalar::real).toList());
    }
    if (attributes.has("value_int")) {
      return TensorValue.scalar(
          ElementType.INT64, Scalar.of(attributes.requiredInteger("value_int")));
    }
    if (attributes.has("value_ints")) {
      return TensorValue.vector(
          ElementType.INT64, Elements.entries(attributes.integers("value_ints").orElseThrow()));
    }
    if (attributes.has("value_string")) {
      return TensorValue.scalar(
          ElementType.STRING, Scalar.text(attributes.text("value_string").orElseThrow()));
    }
    if (attributes.has("value_strings")) {
      List<String> values = attributes.texts("value_strings").orElseThrow();
      return TensorValue.vector(ElementType.STRING, values.stream().map(Scalar::text).toList());
    }
    throw new InvalidNodeException(
        "Constant has the attributes "
            + attributes.names()
            + ", expected one of value,"
            + " sparse_value, value_float, value_floats, value_int, value_ints, value_string and"
            + " value_strings");
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }
}
