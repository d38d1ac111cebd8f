package io.modelcounter.core.operator;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of operator versions that no published test case covers, with the outputs and the work that
 * the operator document of the version asks for, worked out by hand.
 */
final class SpecificationCases {

  /**
   * A call and what must come out.
   *
   * @param call the call
   * @param work kinds of work with their amounts, {@code free}, or two of these around {@code to}
   * @param outputs types of the outputs
   */
  record Case(TestCall call, String work, List<String> outputs) {
    @Override
    public String toString() {
      return call.toString();
    }
  }

  private static final long DOUBLE = 11;
  private static final long INT64 = 7;

  private final List<Case> cases = new ArrayList<>();

  private SpecificationCases() {}

  static List<Case> all() {
    SpecificationCases all = new SpecificationCases();
    all.elementwise();
    all.firstBroadcasts();
    all.activations();
    all.normalization();
    all.pooling();
    all.products();
    all.tensors();
    all.random();
    all.classicalPreparation();
    all.classicalModels();
    all.trees();
    return all.cases;
  }

  private void add(TestCall call, String work, String... outputs) {
    cases.add(new Case(call, work, List.of(outputs)));
  }

  private static TestCall onnx(String name, int version) {
    return TestCall.onnx(name, version);
  }

  private static TestCall ml(String name, int version) {
    return TestCall.of("ai.onnx.ml", name, version);
  }

  private void elementwise() {
    String type = "float32[2, 3]";
    add(onnx("Abs", 1).input(type), "NEGATE 6", type);
    add(onnx("Neg", 1).input(type), "NEGATE 6", type);
    add(onnx("Ceil", 1).input(type), "ROUND 6", type);
    add(onnx("Floor", 1).input(type), "ROUND 6", type);
    add(onnx("Reciprocal", 1).input(type), "DIVIDE 6", type);
    add(onnx("Sqrt", 1).input(type), "SQRT 6", type);
    add(onnx("Tanh", 1).input(type), "HYPERBOLIC 6", type);
    add(onnx("Clip", 1).input(type).attribute("max", 6.0), "COMPARE 6", type);
    add(onnx("Cast", 1).input(type).attribute("to", "INT64"), "CONVERT 6", "int64[2, 3]");
    add(onnx("Max", 1).input(type).input(type).input(type), "COMPARE 12", type);
    add(onnx("Min", 1).input(type).input(type), "COMPARE 6", type);
    add(onnx("Sum", 1).input(type).input(type).input(type), "ADD 12", type);
    add(onnx("Mean", 1).input(type).input(type).input(type), "ADD 12, DIVIDE 6", type);
    add(
        onnx("ReduceMin", 12).input("int8[4, 5, 6]").attribute("axes", 0, -1),
        "COMPARE 115",
        "int8[1, 5, 1]");
  }

  /** Version 1 aligns the second operand by the attribute axis. */
  private void firstBroadcasts() {
    add(
        onnx("Mul", 1)
            .input("float32[2, 3, 4, 5]")
            .input("float32[3, 4]")
            .attribute("broadcast", 1L)
            .attribute("axis", 1L),
        "MULTIPLY 120",
        "float32[2, 3, 4, 5]");
    add(
        onnx("Sub", 1)
            .input("float32[2, 3, 4, 5]")
            .input("float32[2]")
            .attribute("broadcast", 1L)
            .attribute("axis", 0L),
        "ADD 120",
        "float32[2, 3, 4, 5]");
    add(
        onnx("Div", 1).input("float32[batch, 5]").input("float32[5]").attribute("broadcast", 1L),
        "DIVIDE 5*batch",
        "float32[batch, 5]");
  }

  private void activations() {
    String type = "float16[batch, 3]";
    add(onnx("Relu", 1).input(type), "COMPARE 3*batch", type);
    add(onnx("Relu", 13).input("bfloat16[7]"), "COMPARE 7", "bfloat16[7]");
    add(onnx("LeakyRelu", 1).input(type), "MULTIPLY 3*batch, COMPARE 3*batch", type);
    add(
        onnx("PRelu", 1).input("float32[2, 3, 4]").stored("float32[3]"),
        "MULTIPLY 24, COMPARE 24",
        "float32[2, 3, 4]");
    add(
        onnx("Elu", 1).input("float32[10]"),
        "ADD 10, MULTIPLY 10, COMPARE 10, EXP 10",
        "float32[10]");
    add(
        onnx("Selu", 1).input("float32[10]"),
        "ADD 10, MULTIPLY 20, COMPARE 10, EXP 10",
        "float32[10]");
    add(
        onnx("Sigmoid", 1).input("float32[10]"),
        "ADD 10, DIVIDE 10, NEGATE 10, EXP 10",
        "float32[10]");
    add(
        onnx("HardSigmoid", 1).input("float32[10]"),
        "ADD 10, MULTIPLY 10, COMPARE 20",
        "float32[10]");
  }

  private void normalization() {
    add(
        onnx("BatchNormalization", 1)
            .input("float32[2, 3, 4, 5]")
            .stored("float32[3]")
            .stored("float32[3]")
            .stored("float32[3]")
            .stored("float32[3]")
            .attribute("consumed_inputs", 0, 0, 0, 1, 1)
            .attribute("is_test", 1L),
        "ADD 120, MULTIPLY 120",
        "float32[2, 3, 4, 5]");
    add(
        onnx("InstanceNormalization", 1)
            .input("float32[2, 3, 4, 5]")
            .stored("float32[3]")
            .stored("float32[3]"),
        "ADD 474, MULTIPLY 360, DIVIDE 18, SQRT 6",
        "float32[2, 3, 4, 5]");
    add(
        onnx("LpNormalization", 1).input("float32[4, 5]").attribute("p", 1L),
        "ADD 16, DIVIDE 20, NEGATE 20",
        "float32[4, 5]");
    add(onnx("Dropout", 1).input("float32[8]").attribute("is_test", 1L), "free", "float32[8]");
    add(
        onnx("Dropout", 6).input("float32[8]").attribute("is_test", 1L).outputs("Y", "mask"),
        "free",
        "float32[8]",
        "float32[8]");
  }

  private void pooling() {
    add(
        onnx("GlobalLpPool", 1).input("float32[1, 3, 4, 5]").attribute("p", 2.0),
        "ADD 57, MULTIPLY 60, SQRT 3",
        "float32[1, 3, 1, 1]");
    add(
        onnx("GlobalLpPool", 2).input("float32[1, 3, 4, 5]").attribute("p", 1L),
        "ADD 57, NEGATE 60",
        "float32[1, 3, 1, 1]");
    add(
        onnx("GlobalLpPool", 22).input("bfloat16[1, 3, 4, 5]").attribute("p", 3L),
        "ADD 57, NEGATE 60, POWER 63",
        "bfloat16[1, 3, 1, 1]");
    add(
        onnx("LpPool", 1)
            .input("float32[1, 2, 6, 6]")
            .attribute("kernel_shape", 2, 2)
            .attribute("strides", 2, 2)
            .attribute("p", 2.0),
        "ADD 54, MULTIPLY 72, SQRT 18",
        "float32[1, 2, 3, 3]");
    add(
        onnx("LpPool", 2)
            .input("float32[1, 1, 5]")
            .attribute("kernel_shape", new long[] {3})
            .attribute("p", 1L),
        "ADD 6, NEGATE 9",
        "float32[1, 1, 3]");
    add(
        onnx("LpPool", 11)
            .input("float32[1, 1, 5, 5]")
            .attribute("kernel_shape", 3, 3)
            .attribute("auto_pad", "SAME_UPPER"),
        "ADD 200, MULTIPLY 225, SQRT 25",
        "float32[1, 1, 5, 5]");
    add(
        onnx("MaxPool", 11)
            .input("float32[1, 2, 7, 7]")
            .attribute("kernel_shape", 3, 3)
            .attribute("strides", 2, 2)
            .attribute("ceil_mode", 1L)
            .outputs("Y", "Indices"),
        "COMPARE 144",
        "float32[1, 2, 3, 3]",
        "int64[1, 2, 3, 3]");
    add(
        onnx("MaxRoiPool", 1)
            .input("float32[2, 3, 8, 9]")
            .input("float32[5, 5]")
            .attribute("pooled_shape", 2, 2),
        "free to COMPARE 4260",
        "float32[5, 3, 2, 2]");
    add(
        onnx("MaxRoiPool", 22)
            .input("bfloat16[2, 3, 8, 9]")
            .input("bfloat16[n, 5]")
            .attribute("pooled_shape", 1, 2),
        "free to COMPARE 426*n",
        "bfloat16[n, 3, 1, 2]");
  }

  private void products() {
    add(
        onnx("Gemm", 1)
            .input("float32[3, 4]")
            .stored("float32[4, 5]")
            .stored("float32[5]")
            .attribute("broadcast", 1L)
            .attribute("alpha", 0.5),
        "MULTIPLY_ADD 60, SUM_START 15, BIAS_ADD 15, MULTIPLY 15",
        "float32[3, 5]");
    add(
        onnx("GRU", 1)
            .input("float32[5, 2, 4]")
            .stored("float32[1, 9, 4]")
            .stored("float32[1, 9, 3]")
            .attribute("hidden_size", 3L)
            .outputs("Y", "Y_h"),
        "MULTIPLY_ADD 630, SUM_START 90, ADD 120, MULTIPLY 90, DIVIDE 60, NEGATE 60, EXP 60,"
            + " HYPERBOLIC 30",
        "float32[5, 1, 2, 3]",
        "float32[1, 2, 3]");
    add(
        onnx("GRU", 3)
            .input("float32[5, 2, 4]")
            .stored("float32[1, 9, 4]")
            .stored("float32[1, 9, 3]")
            .stored("float32[1, 18]")
            .attribute("hidden_size", 3L)
            .attribute("linear_before_reset", 1L)
            .outputs("Y", "Y_h"),
        "MULTIPLY_ADD 630, SUM_START 120, BIAS_ADD 180, ADD 150, MULTIPLY 90, DIVIDE 60,"
            + " NEGATE 60, EXP 60, HYPERBOLIC 30",
        "float32[5, 1, 2, 3]",
        "float32[1, 2, 3]");
    add(
        onnx("Attention", 25)
            .input("float32[2, 8, 6, 16]")
            .input("float32[2, 2, 10, 16]")
            .input("float32[2, 2, 10, 32]")
            .attribute("is_causal", 1L)
            .attribute("left_window_size", 4L),
        "MULTIPLY_ADD 46080, SUM_START 4032, ADD 1824, MULTIPLY 2176, DIVIDE 960, COMPARE 864,"
            + " EXP 960, SELECT 1920",
        "float32[2, 8, 6, 32]");
  }

  private void tensors() {
    add(onnx("Concat", 1).input("float32[2, 3]").input("float32[2, 4]"), "free", "float32[2, 7]");
    add(
        onnx("Pad", 1).input("float32[3, 2]").attribute("paddings", 0, 2, 0, 1),
        "free",
        "float32[3, 5]");
    add(
        onnx("Reshape", 1).input("float32[2, 3, 4]").attribute("shape", 0, -1),
        "free",
        "float32[2, 12]");
    add(
        onnx("Split", 1)
            .input("float32[6, 2]")
            .attribute("split", 4, 2)
            .attribute("axis", 0L)
            .outputs("A", "B"),
        "free",
        "float32[4, 2]",
        "float32[2, 2]");
    add(
        onnx("Tile", 1).input("float32[2, 3]").values(real(4)).values(real(1)),
        "free",
        "float32[2, 12]");
    add(
        onnx("Scatter", 11).input("float32[3, 3]").input("int64[2, 3]").input("float32[2, 3]"),
        "free",
        "float32[3, 3]");
    add(
        onnx("ScatterElements", 13).input("int8[3, 3]").input("int32[2, 3]").input("int8[2, 3]"),
        "free",
        "int8[3, 3]");
    add(
        onnx("ScatterND", 13).input("int8[4, 5]").input("int64[2, 1]").input("int8[2, 5]"),
        "free",
        "int8[4, 5]");
    add(
        onnx("Upsample", 10)
            .input("float32[1, 1, 2, 3]")
            .values(reals(1, 1, 2, 2))
            .attribute("mode", "linear"),
        "ADD 72, MULTIPLY 96",
        "float32[1, 1, 4, 6]");
  }

  private static TensorValue real(double element) {
    return TensorValue.scalar(ElementType.FLOAT32, Scalar.real(element));
  }

  private static TensorValue reals(double... elements) {
    List<Scalar> scalars = new ArrayList<>();
    for (double element : elements) {
      scalars.add(Scalar.real(element));
    }
    return TensorValue.vector(ElementType.FLOAT32, scalars);
  }

  private void random() {
    String normal = "ADD 6, MULTIPLY 24, LOG 6, SQRT 6, TRIGONOMETRIC 6";
    String uniform = "ADD 6, MULTIPLY 6";
    for (int version : List.of(1, 22)) {
      add(onnx("RandomNormal", version).attribute("shape", 2, 3), normal, "float32[2, 3]");
      add(onnx("RandomNormalLike", version).input("float64[2, 3]"), normal, "float64[2, 3]");
      add(
          onnx("RandomUniform", version).attribute("shape", 2, 3).attribute("dtype", DOUBLE),
          uniform,
          "float64[2, 3]");
    }
    String draws = "ADD 10, MULTIPLY 8, COMPARE 28, EXP 6";
    add(
        onnx("Multinomial", 7).input("float32[2, 3]").attribute("sample_size", 4L),
        draws,
        "int32[2, 4]");
    add(
        onnx("Multinomial", 22)
            .input("bfloat16[2, 3]")
            .attribute("sample_size", 4L)
            .attribute("dtype", INT64),
        draws,
        "int64[2, 4]");
  }

  private void classicalPreparation() {
    add(
        ml("CastMap", 1)
            .input("map(int64, float32[])")
            .attribute("map_form", "SPARSE")
            .attribute("max_map", 5L)
            .attribute("cast_to", "TO_INT64"),
        "CONVERT 5",
        "int64[1, 5]");
    add(
        ml("CategoryMapper", 1).input("string[n, 2]").attribute("default_int64", 7L),
        "free",
        "int64[n, 2]");
    add(
        ml("DictVectorizer", 1)
            .input("map(int64, float64[])")
            .attribute("int64_vocabulary", 4, 8, 15),
        "free",
        "float64[1, 3]");
    add(
        ml("FeatureVectorizer", 1)
            .input("int64[n, 2]")
            .input("int64[n, 3]")
            .attribute("inputdimensions", 2, 3),
        "CONVERT 5*n",
        "float32[n, 5]");
    add(
        ml("Imputer", 1).input("float32[n, 4]").attribute("imputed_value_floats", 0.5, 1.5, 2, 3),
        "COMPARE 4*n, SELECT 4*n",
        "float32[n, 4]");
    add(ml("LabelEncoder", 1).input("string[n]"), "free", "int64[n]");
    add(
        ml("LabelEncoder", 2)
            .input("int64[n]")
            .attribute("keys_int64s", 1, 2)
            .attribute("values_floats", 0.5, 1.5),
        "free",
        "float32[n]");
    add(
        ml("Normalizer", 1).input("float64[n, 4]").attribute("norm", "L2"),
        "ADD 3*n, MULTIPLY 4*n, DIVIDE 4*n, SQRT n",
        "float32[n, 4]");
    add(
        ml("OneHotEncoder", 1).input("int64[n, 2]").attribute("cats_int64s", 3, 5, 7),
        "free",
        "float32[n, 2, 3]");
    add(
        ml("Scaler", 1).input("int32[n, 4]").attribute("scale", new double[] {2}),
        "ADD 4*n, MULTIPLY 4*n",
        "float32[n, 4]");
    add(
        ml("ZipMap", 1).input("float32[n, 2]").attribute("classlabels_int64s", 0, 1),
        "free",
        "sequence(map(int64, float32[]))");
  }

  private void classicalModels() {
    add(
        ml("LinearClassifier", 1)
            .input("float32[n, 4]")
            .attribute("coefficients", new double[12])
            .attribute("intercepts", new double[3])
            .attribute("classlabels_ints", 0, 1, 2)
            .attribute("post_transform", "LOGISTIC"),
        "MULTIPLY_ADD 12*n, SUM_START 3*n, BIAS_ADD 3*n, ADD 3*n, DIVIDE 3*n, COMPARE 2*n,"
            + " NEGATE 3*n, EXP 3*n",
        "int64[n]",
        "float32[n, 3]");
    add(
        ml("LinearRegressor", 1)
            .input("float64[n, 4]")
            .attribute("coefficients", new double[8])
            .attribute("targets", 2L),
        "MULTIPLY_ADD 8*n, SUM_START 2*n",
        "float32[n, 2]");
    add(
        ml("SVMClassifier", 1)
            .input("float32[n, 4]")
            .attribute("vectors_per_class", 3, 2, 1)
            .attribute("classlabels_ints", 0, 1, 2)
            .attribute("kernel_type", "RBF"),
        "MULTIPLY_ADD 36*n, SUM_START 9*n, BIAS_ADD 3*n, ADD 24*n, MULTIPLY 6*n, COMPARE 2*n,"
            + " EXP 6*n",
        "int64[n]",
        "float32[n, 3]");
    add(
        ml("SVMRegressor", 1).input("float32[n, 4]").attribute("n_supports", 5L),
        "MULTIPLY_ADD 25*n, SUM_START 6*n, BIAS_ADD n",
        "float32[n, 1]");
  }

  /** One tree: a root, a leaf below it on one side, and a node with two leaves on the other. */
  private static TestCall tree(TestCall call) {
    return call.input("float32[n, 4]")
        .attribute("nodes_treeids", 0, 0, 0, 0, 0)
        .attribute("nodes_nodeids", 0, 1, 2, 3, 4)
        .attribute("nodes_truenodeids", 1, 0, 3, 0, 0)
        .attribute("nodes_falsenodeids", 2, 0, 4, 0, 0)
        .attribute("nodes_featureids", 0, 0, 1, 0, 0)
        .attribute(
            "nodes_modes",
            AttributeValue.ofStrings(List.of("BRANCH_LEQ", "LEAF", "BRANCH_LEQ", "LEAF", "LEAF")));
  }

  private void trees() {
    for (int version : List.of(1, 3, 5)) {
      add(
          tree(ml("TreeEnsembleClassifier", version))
              .attribute("class_treeids", 0, 0, 0)
              .attribute("class_nodeids", 1, 3, 4)
              .attribute("class_ids", 0, 1, 2)
              .attribute("class_weights", 1, 1, 1.0)
              .attribute("classlabels_int64s", 0, 1, 2),
          "ADD n, COMPARE 3*n to ADD n, COMPARE 4*n",
          "int64[n]",
          "float32[n, 3]");
      add(
          tree(ml("TreeEnsembleRegressor", version))
              .attribute("target_treeids", 0, 0, 0)
              .attribute("target_nodeids", 1, 3, 4)
              .attribute("target_ids", 0, 0, 0)
              .attribute("target_weights", 1, 2, 3.0)
              .attribute("n_targets", 1L),
          "ADD n, COMPARE n to ADD n, COMPARE 2*n",
          "float32[n, 1]");
    }
  }
}
