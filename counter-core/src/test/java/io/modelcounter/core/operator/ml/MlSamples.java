package io.modelcounter.core.operator.ml;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestCall;
import java.util.Collections;
import java.util.List;

/** Calls of all operators of the domain. */
final class MlSamples {
  private MlSamples() {}

  static TestCall call(String name, int version) {
    return TestCall.of("ai.onnx.ml", name, version);
  }

  static List<TestCall> all() {
    return List.of(
        call("Binarizer", 1).input("float32[batch, 4]"),
        call("Imputer", 1).input("int64[batch, 4]"),
        call("Scaler", 1).input("int64[batch, 4]"),
        call("CategoryMapper", 1).input("string[batch]"),
        call("LabelEncoder", 2).input("string[batch]").attribute("values_int64s", 1, 2),
        call("ArrayFeatureExtractor", 1).input("float32[batch, 4]").value(0, 2),
        call("OneHotEncoder", 1).input("int64[batch, 4]").attribute("cats_int64s", 1, 2, 3),
        call("FeatureVectorizer", 1).input("int64[batch, 4]").input("int64[batch, 3]"),
        call("Normalizer", 1).input("float32[batch, 4]").attribute("norm", "L2"),
        call("CastMap", 1).input("map(int64, float32[])"),
        call("DictVectorizer", 1)
            .input("map(int64, float32[])")
            .attribute("int64_vocabulary", 3, 1, 2),
        call("ZipMap", 1).input("float32[batch, 2]").attribute("classlabels_int64s", 0, 1),
        linearClassifier(),
        call("LinearRegressor", 1).input("float32[batch, 4]").attribute("targets", 3L),
        supportVectorClassifier(),
        call("SVMRegressor", 1).input("float32[batch, 4]").attribute("n_supports", 7L),
        classifierTrees(),
        regressorTrees(),
        trees());
  }

  static TestCall linearClassifier() {
    return call("LinearClassifier", 1)
        .input("float32[batch, 4]")
        .attribute("classlabels_ints", 5, 6, 7)
        .attribute("intercepts", 0.1, 0.2, 0.3)
        .outputs("label", "scores");
  }

  static TestCall supportVectorClassifier() {
    return call("SVMClassifier", 1)
        .input("float32[batch, 4]")
        .attribute("classlabels_ints", 5, 6, 7)
        .attribute("vectors_per_class", 2, 3, 4)
        .attribute("kernel_type", "RBF")
        .outputs("label", "scores");
  }

  /** Two trees: a stump, and one with a leaf after one and two after two comparisons. */
  static TestCall classifierTrees() {
    return call("TreeEnsembleClassifier", 3)
        .input("float32[batch, 4]")
        .attribute("nodes_treeids", 0, 0, 0, 1, 1, 1, 1, 1)
        .attribute("nodes_nodeids", 0, 1, 2, 0, 1, 2, 3, 4)
        .attribute("nodes_truenodeids", 1, 0, 0, 1, 0, 3, 0, 0)
        .attribute("nodes_falsenodeids", 2, 0, 0, 2, 0, 4, 0, 0)
        .attribute("nodes_modes", modes())
        .attribute("class_treeids", 0, 0, 1, 1, 1)
        .attribute("class_nodeids", 1, 2, 1, 3, 4)
        .attribute("classlabels_int64s", 0, 1)
        .outputs("label", "scores");
  }

  static TestCall regressorTrees() {
    return call("TreeEnsembleRegressor", 1)
        .input("int64[batch, 4]")
        .attribute("nodes_treeids", 0, 0, 0)
        .attribute("nodes_nodeids", 0, 1, 2)
        .attribute("nodes_truenodeids", 1, 0, 0)
        .attribute("nodes_falsenodeids", 2, 0, 0)
        .attribute("nodes_modes", AttributeValue.ofStrings(List.of("BRANCH_LEQ", "LEAF", "LEAF")))
        .attribute("target_treeids", 0, 0)
        .attribute("target_nodeids", 1, 2)
        .attribute("n_targets", 2L);
  }

  /** One tree with a leaf after one and two after two comparisons. */
  static TestCall trees() {
    return call("TreeEnsemble", 5)
        .input("float64[batch, 4]")
        .attribute("nodes_truenodeids", 0, 1)
        .attribute("nodes_trueleafs", 1, 1)
        .attribute("nodes_falsenodeids", 1, 2)
        .attribute("nodes_falseleafs", 0, 1)
        .attribute("leaf_targetids", 0, 1, 0)
        .attribute("tree_roots", AttributeValue.ofInts(List.of(0L)))
        .attribute("n_targets", 2L);
  }

  static TensorValue zeros(ElementType type, int count) {
    return TensorValue.vector(type, Collections.nCopies(count, Scalar.real(0)));
  }

  private static AttributeValue modes() {
    return AttributeValue.ofStrings(
        List.of("BRANCH_LEQ", "LEAF", "LEAF", "BRANCH_LT", "LEAF", "BRANCH_EQ", "LEAF", "LEAF"));
  }
}
