package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The machine learning family: trees, linear models, support vectors and their encodings. */
public final class MlOperators {
  private MlOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        ElementMap.computing(
            "Binarizer", call -> call.element(0), ElementWork.of(WorkKind.COMPARE)),
        ElementMap.computing(
            "Imputer", call -> call.element(0), ElementWork.of(WorkKind.COMPARE, WorkKind.SELECT)),
        ElementMap.computing(
            "Scaler", call -> ElementType.FLOAT32, ElementWork.of(WorkKind.ADD, WorkKind.MULTIPLY)),
        ElementMap.lookup("CategoryMapper", MlOperators::otherType),
        ElementMap.lookup("LabelEncoder", MlOperators::encodedType),
        new ArrayFeatureExtractor(),
        new OneHotEncoder(),
        new FeatureVectorizer(),
        new Normalizer(),
        new CastMap(),
        new DictVectorizer(),
        new ZipMap(),
        new LinearModel("LinearClassifier"),
        new LinearModel("LinearRegressor"),
        new SupportVectorClassifier(),
        new SupportVectorRegressor(),
        new TreeEnsembleClassifier(),
        new TreeEnsembleRegressor("TreeEnsembleRegressor"),
        new TreeEnsembleRegressor("TreeEnsemble"));
  }

  /** Integers become texts and texts integers. */
  private static ElementType otherType(Call call) {
    ElementType type = call.element(0);
    return switch (type) {
      case STRING -> ElementType.INT64;
      case UNKNOWN -> ElementType.UNKNOWN;
      default -> ElementType.STRING;
    };
  }

  /** Type of the values that keys stand for; version 1 knows only integers and texts. */
  private static ElementType encodedType(Call call) {
    Attributes attributes = call.attributes();
    if (attributes.has("values_strings")) {
      return ElementType.STRING;
    }
    if (attributes.has("values_int64s")) {
      return ElementType.INT64;
    }
    if (attributes.has("values_floats")) {
      return ElementType.FLOAT32;
    }
    return attributes
        .tensor("values_tensor")
        .map(Constant::type)
        .map(type -> type.element())
        .orElseGet(() -> otherType(call));
  }
}
