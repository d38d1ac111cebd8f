package io.modelcounter.core.operator.ml;

import static io.modelcounter.core.operator.ml.MlSamples.call;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(MlOperators.all());

  @Test
  void mapsElementsWithoutChangingTheShape() {
    TestCall scaler = call("Scaler", 1).input("int64[batch, 4]");
    assertThat(scaler.shape(FAMILY)).isEqualTo("float32[batch, 4]");
    assertThat(scaler.count(FAMILY))
        .hasWork(WorkKind.ADD, "4*batch")
        .hasWork(WorkKind.MULTIPLY, "4*batch");
    TestCall binarizer = call("Binarizer", 1).input("int64[batch, 4]");
    assertThat(binarizer.shape(FAMILY)).isEqualTo("int64[batch, 4]");
    assertThat(binarizer.count(FAMILY)).hasOnlyWork(WorkKind.COMPARE);
  }

  @Test
  void labelsBecomeTextsOrNumbers() {
    TestCall mapper = call("CategoryMapper", 1);
    assertThat(mapper.input("string[3]").shape(FAMILY)).isEqualTo("int64[3]");
    assertThat(mapper.input("int64[3]").shape(FAMILY)).isEqualTo("string[3]");
    assertThat(mapper.input("int64[3]").count(FAMILY)).isFree();
    TestCall encoder = call("LabelEncoder", 4).input("string[3]");
    assertThat(encoder.attribute("values_floats", 1.5, 2.5).shape(FAMILY)).isEqualTo("float32[3]");
    Constant values = Constant.of("values", MlSamples.zeros(ElementType.FLOAT64, 2));
    assertThat(encoder.attribute("values_tensor", AttributeValue.of(values)).shape(FAMILY))
        .isEqualTo("float64[3]");
    assertThat(call("LabelEncoder", 1).input("int64[3]").shape(FAMILY)).isEqualTo("string[3]");
  }

  @Test
  void takesFeaturesAlongTheLastAxis() {
    TestCall call = call("ArrayFeatureExtractor", 1).input("float32[batch, 4]");
    assertThat(call.value(0, 2).shape(FAMILY)).isEqualTo("float32[batch, 2]");
    assertThat(call.input("int64[?]").shape(FAMILY)).isEqualTo("float32[batch, Y.count]");
    assertThat(call("ArrayFeatureExtractor", 1).input("float32[4]").value(1).shape(FAMILY))
        .isEqualTo("float32[1, 1]");
    assertThat(FAMILY.traffic(call.value(0, 2).call(FAMILY)).readBytes().exactValue())
        .hasToString("8*batch + 16");
  }

  @Test
  void encodesCategoriesAlongANewAxis() {
    TestCall call = call("OneHotEncoder", 1).input("string[batch, 4]");
    AttributeValue categories = AttributeValue.ofStrings(List.of("a", "b"));
    assertThat(call.attribute("cats_strings", categories).shape(FAMILY))
        .isEqualTo("float32[batch, 4, 2]");
  }

  @Test
  void joinsFeaturesAsFloats() {
    TestCall call =
        call("FeatureVectorizer", 1).input("float64[batch, 4]").input("float64[batch, n]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, n + 4]");
    assertThat(call.count(FAMILY)).hasOnlyWork(WorkKind.CONVERT);
    TestCall floats = call("FeatureVectorizer", 1).input("float32[3]").input("float32[1, 2]");
    assertThat(floats.shape(FAMILY)).isEqualTo("float32[1, 5]");
    assertThat(floats.count(FAMILY)).isFree();
  }

  @Test
  void normalizesRows() {
    TestCall call = call("Normalizer", 1).input("float32[batch, 10]");
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.COMPARE, "9*batch")
        .hasWork(WorkKind.DIVIDE, "10*batch");
    assertThat(call.attribute("norm", "L1").count(FAMILY))
        .hasWork(WorkKind.NEGATE, "10*batch")
        .hasWork(WorkKind.ADD, "9*batch");
    assertThat(call.attribute("norm", "L2").count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "10*batch")
        .hasWork(WorkKind.SQRT, "batch");
    assertThatThrownBy(() -> call.attribute("norm", "L3").count(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void mapsBecomeRows() {
    TestCall cast = call("CastMap", 1).input("map(int64, float32[])");
    assertThat(cast.shape(FAMILY)).isEqualTo("float32[1, Y.count]");
    TestCall sparse =
        cast.attribute("map_form", "SPARSE")
            .attribute("max_map", 6L)
            .attribute("cast_to", "TO_INT64");
    assertThat(sparse.shape(FAMILY)).isEqualTo("int64[1, 6]");
    assertThatThrownBy(() -> cast.attribute("cast_to", "TO_BOOL").shape(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
    TestCall vectorizer =
        call("DictVectorizer", 1)
            .input("map(string, int64[])")
            .attribute("string_vocabulary", AttributeValue.ofStrings(List.of("a", "b")));
    assertThat(vectorizer.shape(FAMILY)).isEqualTo("int64[1, 2]");
  }

  @Test
  void rowsBecomeMaps() {
    TestCall call =
        call("ZipMap", 1).input("float32[batch, 2]").attribute("classlabels_int64s", 0, 1);
    assertThat(call.shape(FAMILY)).isEqualTo("sequence(map(int64, float32[]))");
    SequenceType maps = (SequenceType) call.infer(FAMILY).get(0).type();
    assertThat(maps.length()).contains(Size.parse("batch"));
  }

  @Test
  void linearModelsAreMatrixProducts() {
    assertThat(MlSamples.linearClassifier().shapes(FAMILY))
        .containsExactly("int64[batch]", "float32[batch, 3]");
    assertThat(MlSamples.linearClassifier().count(FAMILY))
        .hasMultiplyAdds("12*batch")
        .hasWork(WorkKind.BIAS_ADD, "3*batch")
        .hasWork(WorkKind.COMPARE, "2*batch");
    TestCall binary =
        call("LinearClassifier", 1)
            .input("float32[4]")
            .attribute("classlabels_strings", AttributeValue.ofStrings(List.of("no", "yes")))
            .attribute("intercepts", AttributeValue.ofFloats(List.of(0.5)))
            .attribute("post_transform", "LOGISTIC")
            .outputs("label", "scores");
    assertThat(binary.shapes(FAMILY)).containsExactly("string[1]", "float32[1, 2]");
    assertThat(binary.count(FAMILY)).hasMultiplyAdds("4").hasWork(WorkKind.EXP, "2");
    TestCall regressor = call("LinearRegressor", 1).input("float32[batch, 4]");
    assertThat(regressor.shape(FAMILY)).isEqualTo("float32[batch, 1]");
    assertThat(regressor.count(FAMILY)).hasMultiplyAdds("4*batch").hasWork(WorkKind.BIAS_ADD, "0");
  }

  @Test
  void supportVectorMachinesEvaluateTheKernelForEveryVector() {
    TestCall call = MlSamples.supportVectorClassifier();
    assertThat(call.shapes(FAMILY)).containsExactly("int64[batch]", "float32[batch, 3]");
    // 9 vectors of 4 features, and each in the decisions against the 2 other classes
    assertThat(call.count(FAMILY))
        .hasMultiplyAdds("54*batch")
        .hasWork(WorkKind.ADD, "36*batch")
        .hasWork(WorkKind.EXP, "9*batch")
        .hasWork(WorkKind.BIAS_ADD, "3*batch");
    TestCall withProbabilities = call.attribute("prob_a", 1.0, 1.0, 1.0);
    assertThat(withProbabilities.count(FAMILY)).assumes("not counted");
    TestCall regressor =
        call("SVMRegressor", 1).input("float32[batch, 4]").attribute("n_supports", 7L);
    assertThat(regressor.shape(FAMILY)).isEqualTo("float32[batch, 1]");
    assertThat(regressor.count(FAMILY)).hasMultiplyAdds("35*batch");
    assertThat(regressor.count(FAMILY).formula().text())
        .isEqualTo("N * S * C + N * S with N = batch, C = 4, S = 7");
    assertThatThrownBy(() -> call.attribute("kernel_type", "CUBE").count(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void coefficientsActAsVectorsWhereThereAreNone() {
    TestCall regressor = call("SVMRegressor", 1).input("float32[batch, 4]");
    assertThat(regressor.count(FAMILY)).hasMultiplyAdds("4*batch");
    assertThat(regressor.count(FAMILY).formula().text()).isEqualTo("N * C with N = batch, C = 4");
    TestCall classifier =
        call("SVMClassifier", 1)
            .input("float32[batch, 4]")
            .attribute("classlabels_ints", 0, 1, 2)
            .outputs("label", "scores");
    assertThat(classifier.count(FAMILY)).hasMultiplyAdds("12*batch");
    assertThat(classifier.count(FAMILY).formula().text())
        .isEqualTo("N * E * C with N = batch, C = 4, E = 3");
  }

  @Test
  void treesAreWalkedFromTheRootToALeaf() {
    assertThat(MlSamples.classifierTrees().shapes(FAMILY))
        .containsExactly("int64[batch]", "float32[batch, 2]");
    assertThat(MlSamples.classifierTrees().count(FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "3*batch", "4*batch")
        .hasWorkBetween(WorkKind.ADD, "2*batch", "2*batch");
    TestCall regressor = MlSamples.regressorTrees();
    assertThat(regressor.shape(FAMILY)).isEqualTo("float32[batch, 2]");
    assertThat(regressor.count(FAMILY))
        .hasWork(WorkKind.COMPARE, "batch")
        .hasWork(WorkKind.ADD, "batch");
    assertThat(regressor.attribute("aggregate_function", "AVERAGE").count(FAMILY))
        .hasWork(WorkKind.DIVIDE, "2*batch");
    assertThat(MlSamples.trees().shape(FAMILY)).isEqualTo("float64[batch, 2]");
    assertThat(MlSamples.trees().count(FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "batch", "2*batch");
    assertThat(
            MlSamples.trees()
                .attribute("aggregate_function", 3L)
                .attribute("post_transform", 1L)
                .count(FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "3*batch", "4*batch");
  }

  @Test
  void brokenTreesAreRefused() {
    TestCall cycle = MlSamples.trees().attribute("nodes_falsenodeids", 0, 2);
    assertThatThrownBy(() -> cycle.count(FAMILY)).hasMessageContaining("cycle");
    TestCall missing = MlSamples.trees().attribute("nodes_falsenodeids", 1, 9);
    assertThatThrownBy(() -> missing.count(FAMILY)).hasMessageContaining("does not exist");
    TestCall uneven = MlSamples.regressorTrees().attribute("nodes_nodeids", 0, 1);
    assertThatThrownBy(() -> uneven.count(FAMILY)).hasMessageContaining("expected 3");
    TestCall astray = MlSamples.regressorTrees().attribute("nodes_truenodeids", 8, 0, 0);
    assertThatThrownBy(() -> astray.count(FAMILY)).hasMessageContaining("does not exist");
  }

  @Test
  void deepTreesAreWalkedWithoutRecursion() {
    int depth = 100_000;
    Paths paths = new Paths(2 * depth + 1);
    for (int i = 0; i < depth; i++) {
      paths.branch(2 * i, 2 * i + 1, 2 * i + 2);
    }
    assertThat(paths.from(0)).isEqualTo(new Paths.Range(1, depth, 0, 0));
  }
}
