package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.AttributeValue.Kind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Constant (ONNX, Constant): the tensor that one of the {@code value} attributes holds. */
final class ConstantTensor extends DataMovement {
  private static final List<String> LISTED =
      List.of(
          "value_float",
          "value_floats",
          "value_int",
          "value_ints",
          "value_string",
          "value_strings");

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

  /** What the attribute holds decides, as in runtimes, also where its name says another kind. */
  private static TensorValue listed(Attributes attributes) {
    for (String name : LISTED) {
      Optional<AttributeValue> value = attributes.find(name);
      if (value.isPresent()) {
        return listed(attributes, name, value.get().kind());
      }
    }
    throw new InvalidNodeException(
        "Constant has the attributes "
            + attributes.names()
            + ", expected value, sparse_value or one of "
            + String.join(", ", LISTED));
  }

  private static TensorValue listed(Attributes attributes, String name, Kind kind) {
    return switch (kind) {
      case INT ->
          TensorValue.scalar(ElementType.INT64, Scalar.of(attributes.requiredInteger(name)));
      case INTS ->
          TensorValue.vector(
              ElementType.INT64, Elements.entries(attributes.integers(name).orElseThrow()));
      case FLOAT ->
          TensorValue.scalar(ElementType.FLOAT32, Scalar.real(attributes.real(name).orElseThrow()));
      case FLOATS ->
          TensorValue.vector(
              ElementType.FLOAT32,
              Arrays.stream(attributes.reals(name).orElseThrow()).mapToObj(Scalar::real).toList());
      case STRING ->
          TensorValue.scalar(ElementType.STRING, Scalar.text(attributes.text(name).orElseThrow()));
      case STRINGS ->
          TensorValue.vector(
              ElementType.STRING,
              attributes.texts(name).orElseThrow().stream().map(Scalar::text).toList());
      default ->
          throw new InvalidNodeException(
              "attribute \"" + name + "\" of Constant holds " + kind + ", expected a value");
    };
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }
}
