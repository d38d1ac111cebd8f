package io.modelcounter.onnx;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.Locale;

/**
 * The messages of the ONNX specification by name and number, for protobuf's own parser: a second
 * opinion that shares no line with the reader.
 */
final class OnnxSchema {
  /** A message a line: its name, then fields as name, number and type; a star means repeated. */
  private static final String MESSAGES =
      """
      Entry key 1 string, value 2 string
      Opset domain 1 string, version 2 int64
      Dimension dim_value 1 int64, dim_param 2 string, denotation 3 string
      Shape dim 1 Dimension*
      TensorType elem_type 1 int32, shape 2 Shape
      Element elem_type 1 Type
      MapType key_type 1 int32, value_type 2 Type
      Opaque domain 1 string, name 2 string
      Type tensor_type 1 TensorType, sequence_type 4 Element, map_type 5 MapType, \
      denotation 6 string, opaque_type 7 Opaque, sparse_tensor_type 8 TensorType, \
      optional_type 9 Element
      ValueInfo name 1 string, type 2 Type, doc_string 3 string, metadata_props 4 Entry*
      Tensor dims 1 int64*, data_type 2 int32, float_data 4 float*, int32_data 5 int32*, \
      string_data 6 bytes*, int64_data 7 int64*, name 8 string, raw_data 9 bytes, \
      double_data 10 double*, uint64_data 11 uint64*, doc_string 12 string, \
      external_data 13 Entry*, data_location 14 int32, metadata_props 16 Entry*
      SparseTensor values 1 Tensor, indices 2 Tensor, dims 3 int64*
      Attribute name 1 string, f 2 float, i 3 int64, s 4 bytes, t 5 Tensor, g 6 Graph, \
      floats 7 float*, ints 8 int64*, strings 9 bytes*, tensors 10 Tensor*, graphs 11 Graph*, \
      doc_string 13 string, tp 14 Type, type_protos 15 Type*, type 20 int32, \
      ref_attr_name 21 string, sparse_tensor 22 SparseTensor, sparse_tensors 23 SparseTensor*
      Node input 1 string*, output 2 string*, name 3 string, op_type 4 string, \
      attribute 5 Attribute*, doc_string 6 string, domain 7 string, overload 8 string, \
      metadata_props 9 Entry*
      Graph node 1 Node*, name 2 string, initializer 5 Tensor*, doc_string 10 string, \
      input 11 ValueInfo*, output 12 ValueInfo*, value_info 13 ValueInfo*, \
      sparse_initializer 15 SparseTensor*, metadata_props 16 Entry*
      Function name 1 string, input 4 string*, output 5 string*, attribute 6 string*, \
      node 7 Node*, doc_string 8 string, opset_import 9 Opset*, domain 10 string, \
      attribute_proto 11 Attribute*, value_info 12 ValueInfo*, overload 13 string, \
      metadata_props 14 Entry*
      Model ir_version 1 int64, producer_name 2 string, producer_version 3 string, \
      domain 4 string, model_version 5 int64, doc_string 6 string, graph 7 Graph, \
      opset_import 8 Opset*, metadata_props 14 Entry*, functions 25 Function*
      """;

  private static final Descriptor MODEL = build();

  private OnnxSchema() {}

  /** The outermost message. */
  static Descriptor model() {
    return MODEL;
  }

  private static Descriptor build() {
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder().setName("onnx").setSyntax("proto2");
    MESSAGES.lines().forEach(line -> file.addMessageType(message(line)));
    try {
      return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0])
          .findMessageTypeByName("Model");
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DescriptorProto message(String line) {
    int space = line.indexOf(' ');
    DescriptorProto.Builder message =
        DescriptorProto.newBuilder().setName(line.substring(0, space));
    for (String field : line.substring(space + 1).split(",", -1)) {
      String[] words = field.strip().split(" +", -1);
      boolean repeated = words[2].endsWith("*");
      String type = repeated ? words[2].substring(0, words[2].length() - 1) : words[2];
      FieldDescriptorProto.Builder builder =
          FieldDescriptorProto.newBuilder()
              .setName(words[0])
              .setNumber(Integer.parseInt(words[1]))
              .setLabel(
                  repeated
                      ? FieldDescriptorProto.Label.LABEL_REPEATED
                      : FieldDescriptorProto.Label.LABEL_OPTIONAL);
      if (Character.isUpperCase(type.charAt(0))) {
        builder.setType(FieldDescriptorProto.Type.TYPE_MESSAGE).setTypeName(type);
      } else {
        builder.setType(FieldDescriptorProto.Type.valueOf("TYPE_" + type.toUpperCase(Locale.ROOT)));
      }
      message.addField(builder);
    }
    return message.build();
  }
}
