package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * GivenTensorFill (ONNX 1.4, GivenTensorFill, which was removed): a tensor of the elements that the
 * attribute {@code values} lists.
 */
final class GivenTensorFill extends DataMovement {

  GivenTensorFill() {
    super("the model stores the tensor", "GivenTensorFill");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = type(call);
    Shape shape = FilledTensor.attributedShape(call);
    Inferred output = Inferred.tensor(type, shape);
    Optional<long[]> dims = Elements.followedDims(shape);
    Optional<double[]> values = call.attributes().reals("values");
    if (dims.isEmpty() || values.isEmpty()) {
      return List.of(output);
    }
    int count = Elements.count(dims.get());
    if (values.get().length != count) {
      throw new InvalidNodeException(
          "values has " + values.get().length + " elements, expected " + count + " for " + shape);
    }
    List<Scalar> elements =
        Arrays.stream(values.get())
            .mapToObj(Scalar::real)
            .map(value -> ScalarArithmetic.cast(value, ElementType.FLOAT32, type))
            .toList();
    return List.of(Inferred.of(TensorValue.of(type, dims.get(), elements)));
  }

  /** The type of the input, unless that is a list of sizes. */
  private static ElementType type(Call call) {
    return call.hasInput(0) && call.element(0).isFloat() ? call.element(0) : ElementType.FLOAT32;
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, type(call), reason);
  }
}
