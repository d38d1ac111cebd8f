package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares a model that the reader read with what protobuf's parser says of the same bytes. */
final class ProtobufComparison {
  private static final List<String> ELEMENT_TYPES =
      List.of(
          ("unknown float32 uint8 int8 uint16 int16 int32 int64 string bool float16 float64 uint32"
                  + " uint64 complex64 complex128 bfloat16 float8e4m3fn float8e4m3fnuz float8e5m2"
                  + " float8e5m2fnuz uint4 int4 float4e2m1 float8e8m0 uint2 int2")
              .split(" "));
  private static final List<String> VALUE_FIELDS =
      List.of(
          "",
          "f",
          "i",
          "s",
          "t",
          "g",
          "floats",
          "ints",
          "strings",
          "tensors",
          "graphs",
          "sparse_tensor",
          "sparse_tensors",
          "tp",
          "type_protos");

  private ProtobufComparison() {}

  static void compare(DynamicMessage expected, Model found) {
    assertThat(found.formatVersion()).isEqualTo((long) (Long) get(expected, "ir_version"));
    assertThat(found.producer())
        .isEqualTo(
            (text(expected, "producer_name") + " " + text(expected, "producer_version")).strip());
    compareGraph(Objects.requireNonNull((DynamicMessage) get(expected, "graph")), found.graph());
    List<DynamicMessage> functions = messages(expected, "functions");
    assertThat(found.functions()).hasSize(functions.size());
    for (DynamicMessage function : functions) {
      FunctionId id =
          new FunctionId(
              text(function, "domain"), text(function, "name"), text(function, "overload"));
      compareFunction(function, Objects.requireNonNull(found.functions().get(id)));
    }
  }

  private static void compareFunction(DynamicMessage expected, Function found) {
    assertThat(found.body().inputs()).extracting(ValueInfo::name).isEqualTo(get(expected, "input"));
    assertThat(found.body().outputs())
        .extracting(ValueInfo::name)
        .isEqualTo(get(expected, "output"));
    assertThat(List.copyOf(found.attributeNames()))
        .hasSameElementsAs(
            (List<?>) get(expected, "attribute") == null ? List.of() : texts(expected));
    compareNodes(messages(expected, "node"), found.body().nodes());
    compareAttributes(messages(expected, "attribute_proto"), found.defaults().asMap());
  }

  private static List<String> texts(DynamicMessage function) {
    return ((List<?>) get(function, "attribute")).stream().map(String.class::cast).toList();
  }

  private static void compareGraph(DynamicMessage expected, Graph found) {
    assertThat(found.name()).isEqualTo(text(expected, "name"));
    compareNodes(messages(expected, "node"), found.nodes());
    compareValues(messages(expected, "input"), found.inputs());
    compareValues(messages(expected, "output"), found.outputs());
    Map<String, DynamicMessage> declared = new LinkedHashMap<>();
    messages(expected, "value_info")
        .forEach(info -> declared.putIfAbsent(text(info, "name"), info));
    assertThat(found.declared().keySet()).isEqualTo(declared.keySet());
    declared.forEach(
        (name, info) -> compareValue(info, Objects.requireNonNull(found.declared().get(name))));
    List<DynamicMessage> tensors = messages(expected, "initializer");
    List<DynamicMessage> sparse = messages(expected, "sparse_initializer");
    assertThat(found.initializers()).hasSize(tensors.size() + sparse.size());
    for (DynamicMessage tensor : tensors) {
      compareTensor(tensor, Objects.requireNonNull(found.initializers().get(text(tensor, "name"))));
    }
  }

  private static void compareNodes(List<DynamicMessage> expected, List<Node> found) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      DynamicMessage message = expected.get(i);
      Node node = found.get(i);
      String domain = text(message, "domain");
      assertThat(node.index()).isEqualTo(i);
      assertThat(node.name()).isEqualTo(text(message, "name"));
      assertThat(node.operator().name()).isEqualTo(text(message, "op_type"));
      assertThat(node.operator().domain()).isEqualTo(domain.isEmpty() ? "ai.onnx" : domain);
      assertThat(node.overload()).isEqualTo(text(message, "overload"));
      assertThat(node.inputs()).isEqualTo(get(message, "input"));
      assertThat(node.outputs()).isEqualTo(get(message, "output"));
      compareAttributes(messages(message, "attribute"), node.attributes().asMap());
    }
  }

  private static void compareAttributes(
      List<DynamicMessage> expected, Map<String, AttributeValue> found) {
    assertThat(found).hasSize(expected.size());
    for (DynamicMessage attribute : expected) {
      AttributeValue value = Objects.requireNonNull(found.get(text(attribute, "name")));
      if (!text(attribute, "ref_attr_name").isEmpty()) {
        assertThat(value).isEqualTo(AttributeValue.reference(text(attribute, "ref_attr_name")));
        continue;
      }
      int type = (Integer) get(attribute, "type");
      if (type > 0) {
        compareValue(get(attribute, VALUE_FIELDS.get(type)), value.value());
      }
    }
  }

  private static void compareValue(Object expected, Object found) {
    if (expected instanceof List<?> list) {
      List<?> others = (List<?>) found;
      assertThat(others).hasSize(list.size());
      for (int i = 0; i < list.size(); i++) {
        compareValue(list.get(i), others.get(i));
      }
    } else if (expected instanceof Float real) {
      assertThat(found).isEqualTo((double) real);
    } else if (expected instanceof ByteString bytes) {
      assertThat(found).isEqualTo(Utf8.lenient(bytes.toByteArray()));
    } else if (found instanceof Graph graph) {
      compareGraph((DynamicMessage) expected, graph);
    } else if (found instanceof Constant constant && !constant.isSparse()) {
      compareTensor((DynamicMessage) expected, constant);
    } else if (expected instanceof Long) {
      assertThat(found).isEqualTo(expected);
    }
  }

  private static void compareTensor(DynamicMessage expected, Constant found) {
    assertThat(found.name()).isEqualTo(text(expected, "name"));
    assertThat(found.type().element().text())
        .isEqualTo(ELEMENT_TYPES.get((Integer) get(expected, "data_type")));
    long[] dims = ((List<?>) get(expected, "dims")).stream().mapToLong(dim -> (Long) dim).toArray();
    assertThat(found.type().shape()).isEqualTo(Shape.of(dims));
    List<?> integers = (List<?>) get(expected, "int64_data");
    List<?> floats = (List<?>) get(expected, "float_data");
    found
        .value()
        .ifPresent(
            value -> {
              for (int i = 0; i < integers.size(); i++) {
                assertThat(value.at(i).asSize()).contains(Size.of((Long) integers.get(i)));
              }
              for (int i = 0; i < floats.size() && value.at(i).isKnown(); i++) {
                assertThat(value.at(i).asDouble()).hasValue((Float) floats.get(i));
              }
            });
  }

  private static void compareValues(List<DynamicMessage> expected, List<ValueInfo> found) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).name()).isEqualTo(text(expected.get(i), "name"));
      compareValue(expected.get(i), found.get(i).type());
    }
  }

  private static void compareValue(DynamicMessage info, ValueType found) {
    DynamicMessage type = (DynamicMessage) get(info, "type");
    DynamicMessage tensor = (DynamicMessage) get(type, "tensor_type");
    boolean dense = type.hasField(field(type, "tensor_type"));
    assertThat(found instanceof TensorType).isEqualTo(dense);
    if (!dense || !tensor.hasField(field(tensor, "shape"))) {
      return;
    }
    TensorType declared = (TensorType) found;
    assertThat(declared.element().text())
        .isEqualTo(ELEMENT_TYPES.get((Integer) get(tensor, "elem_type")));
    List<DynamicMessage> dims = messages((DynamicMessage) get(tensor, "shape"), "dim");
    assertThat(declared.shape().rank()).isEqualTo(dims.size());
    for (int axis = 0; axis < dims.size(); axis++) {
      DynamicMessage dim = dims.get(axis);
      boolean number = dim.hasField(field(dim, "dim_value")) && (Long) get(dim, "dim_value") >= 0;
      if (text(dim, "dim_param").isEmpty()) {
        assertThat(declared.shape().dim(axis).isConstant()).isEqualTo(number);
      }
      if (number) {
        assertThat(declared.shape().dim(axis)).isEqualTo(Size.of((Long) get(dim, "dim_value")));
      }
    }
  }

  private static FieldDescriptor field(DynamicMessage message, String name) {
    return Objects.requireNonNull(message.getDescriptorForType().findFieldByName(name), name);
  }

  private static Object get(DynamicMessage message, String name) {
    return message.getField(field(message, name));
  }

  private static String text(DynamicMessage message, String name) {
    return (String) get(message, name);
  }

  private static List<DynamicMessage> messages(DynamicMessage message, String name) {
    return ((List<?>) get(message, name)).stream().map(DynamicMessage.class::cast).toList();
  }
}
