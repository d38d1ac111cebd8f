package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;

/** Steps of shape arithmetic as exporters write them, one operator each. */
final class Steps {
  static final OperatorFamily FAMILY = new OperatorFamily(TensorOperators.all());

  private Steps() {}

  /** Output 0 of a call. */
  static Inferred infer(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  /** An int64 scalar with a known value. */
  static Inferred scalar(String expression) {
    return Inferred.of(TensorValue.scalar(ElementType.INT64, Scalar.of(Size.parse(expression))));
  }

  static Inferred shape(String type) {
    return infer(TestCall.onnx("Shape", 13).input(type));
  }

  static Inferred gather(Inferred data, long index) {
    return infer(TestCall.onnx("Gather", 13).input(data).scalarValue(index));
  }

  static Inferred unsqueeze(Inferred data) {
    return infer(TestCall.onnx("Unsqueeze", 13).input(data).value(0));
  }

  static Inferred concat(Inferred... parts) {
    TestCall call = TestCall.onnx("Concat", 13).attribute("axis", 0L);
    for (Inferred part : parts) {
      call = call.input(part);
    }
    return infer(call);
  }

  static Inferred vector(long... elements) {
    return infer(TestCall.onnx("Constant", 13).attribute("value_ints", elements));
  }
}
