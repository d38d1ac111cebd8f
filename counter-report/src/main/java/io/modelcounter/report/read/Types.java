package io.modelcounter.report.read;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values with their types. */
final class Types {
  private static final String NOT_RECORDED = "The report does not say it.";

  /** A type that holds others; of a map, the type of its keys stands before a comma. */
  private static final Pattern AROUND =
      Pattern.compile("(sparse|sequence|optional|map)\\(([a-z0-9]*).*\\)");

  private final Sizes sizes;

  Types(Sizes sizes) {
    this.sizes = sizes;
  }

  List<ValueInfo> values(Field list) {
    return list.items().stream()
        .map(value -> new ValueInfo(value.get("name").text(), type(value)))
        .toList();
  }

  /** The type of an object that can only be a tensor. */
  TensorType tensor(Field object) {
    Field type = object.get("type");
    return ValueType.tensor(element(type.text(), type), shape(object));
  }

  /** The type that an object has beside other fields. */
  private ValueType type(Field object) {
    Field field = object.get("type");
    Matcher around = AROUND.matcher(field.text());
    if (!around.matches()) {
      return isUnknown(object) ? ValueType.unknown(NOT_RECORDED) : tensor(object);
    }
    return switch (around.group(1)) {
      case "sparse" -> new SparseTensorType(element(around.group(2), field), shape(object));
      case "sequence" -> new SequenceType(type(object.get("element")), Optional.empty());
      case "optional" -> new OptionalType(type(object.get("element")));
      default -> new MapType(element(around.group(2), field), type(object.get("element")));
    };
  }

  private static boolean isUnknown(Field object) {
    return object.get("type").text().equals(ElementType.UNKNOWN.text())
        && object.get("shape").isNull()
        && !object.find("isTensor").map(Field::isTrue).orElse(false);
  }

  private static ElementType element(String text, Field field) {
    return ElementType.named(text).orElseThrow(() -> field.expected("the name of a type"));
  }

  private Shape shape(Field object) {
    Field shape = object.get("shape");
    return shape.isNull()
        ? Shape.unknownRank(NOT_RECORDED)
        : Shape.of(sizes.shape(shape, object.find("unknownSizes")));
  }
}
