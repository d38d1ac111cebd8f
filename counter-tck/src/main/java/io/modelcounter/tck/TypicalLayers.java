package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ConvolutionCall;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.function.Function;

/** Layers by way of example, on which conventions are tried. */
final class TypicalLayers {
  private static final String IMAGE = "float32[batch, 8, 16, 16]";

  private TypicalLayers() {}

  static List<LayerSample> all() {
    return List.of(
        convolution(TestCall.onnx("Conv", 11).input(IMAGE).stored("float32[4, 8, 3, 3]")),
        convolution(
            TestCall.onnx("Conv", 11)
                .input(IMAGE)
                .stored("float32[8, 1, 3, 3]")
                .stored("float32[8]")
                .attribute("group", 8)),
        matrixProduct(
            TestCall.onnx("MatMul", 13).input("float32[batch, n]").stored("float32[n, 5]")),
        matrixProduct(
            TestCall.onnx("MatMul", 13).input("float32[batch, n]").input("float32[n, m]")),
        elementwise("Relu", ElementWork.of(WorkKind.COMPARE)),
        elementwise("Sigmoid", ElementWork.SIGMOID),
        likeInput("Identity", "float32[batch, 3]", call -> Cost.free("nothing is computed")),
        likeInput("Odd", "float32[batch, 3]", call -> Cost.unknown("nobody knows the operator")),
        likeInput("Odd", "float32[?]", TypicalLayers::halfToAll),
        likeInput("Odd", "float32[batch, 3]", TypicalLayers::halfToAll),
        likeInput(
            "Odd",
            "float32[batch, 3]",
            call -> Cost.atLeast(additions(call), Formula.of(""), "the trip count is not known")),
        likeInput("Odd", "?", call -> Cost.unknown("nothing is known")));
  }

  private static LayerSample convolution(TestCall call) {
    return sample(
        call,
        c -> Inferred.tensor(c.element(0), ConvolutionCall.of(c, 1).output(c.attributes())),
        c -> {
          Size outputs = c.outputShape(0).elements();
          ConvolutionProduct product = ConvolutionCall.of(c, 1).product(c.outputShape(0));
          Work work = product.work(c.element(0), outputs);
          return Cost.of(
              c.hasInput(2) ? work.and(WorkKind.BIAS_ADD, c.element(0), outputs) : work,
              product.formula("positions of the output"));
        });
  }

  private static LayerSample matrixProduct(TestCall call) {
    return sample(
        call,
        c -> Inferred.tensor(c.element(0), MatrixProduct.outputShape(c.shape(0), c.shape(1))),
        c -> {
          MatrixProduct product = MatrixProduct.of(c.shape(0), c.shape(1));
          return Cost.of(product.work(c.element(0)), product.formula());
        });
  }

  private static LayerSample elementwise(String name, ElementWork work) {
    return likeInput(name, IMAGE, c -> work.cost(c.element(0), c.shape(0).elements()));
  }

  private static LayerSample likeInput(String name, String type, Function<Call, Cost> cost) {
    return sample(TestCall.onnx(name, 13).input(type), c -> Inferred.of(c.type(0)), cost);
  }

  private static Cost halfToAll(Call call) {
    Shape shape = call.shape(0);
    Work half = Work.of(WorkKind.ADD, ElementType.FLOAT32, shape.elements().floorDiv(Size.of(2)));
    return Cost.between(half, additions(call), Formula.of("n"), "the data decide");
  }

  private static Work additions(Call call) {
    return Work.of(WorkKind.ADD, ElementType.FLOAT32, call.shape(0).elements());
  }

  private static LayerSample sample(
      TestCall call, Function<Call, Inferred> output, Function<Call, Cost> cost) {
    OperatorId operator = call.operator();
    return LayerSample.of(
        call, new Example(OperatorRange.of(operator.domain(), operator.name()), output, cost));
  }

  /** An operator written as functions; what it stores is learned. */
  private static final class Example extends NamedOperator {
    private final Function<Call, Inferred> output;
    private final Function<Call, Cost> cost;

    Example(OperatorRange operator, Function<Call, Inferred> output, Function<Call, Cost> cost) {
      super(operator);
      this.output = output;
      this.cost = cost;
    }

    @Override
    public List<Inferred> outputs(Call call) {
      return List.of(output.apply(call));
    }

    @Override
    public Cost count(Call call) {
      return cost.apply(call);
    }

    @Override
    public InputRole role(Call call, int input) {
      return InputRole.PARAMETER;
    }
  }
}
