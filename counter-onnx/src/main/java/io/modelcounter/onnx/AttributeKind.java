package io.modelcounter.onnx;

import io.modelcounter.model.AttributeValue.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code AttributeProto.AttributeType}, each with the field that holds its value. The
 * order is that of the numbers in the ONNX specification, from 1.
 */
enum AttributeKind {
  FLOAT(2, "f", Kind.FLOAT),
  INT(3, "i", Kind.INT),
  STRING(4, "s", Kind.STRING),
  TENSOR(5, "t", Kind.TENSOR),
  GRAPH(6, "g", Kind.GRAPH),
  FLOATS(7, "floats", Kind.FLOATS),
  INTS(8, "ints", Kind.INTS),
  STRINGS(9, "strings", Kind.STRINGS),
  TENSORS(10, "tensors", Kind.TENSORS),
  GRAPHS(11, "graphs", Kind.GRAPHS),
  SPARSE_TENSOR(22, "sparse_tensor", Kind.SPARSE_TENSOR),
  SPARSE_TENSORS(23, "sparse_tensors", Kind.TENSORS),
  TYPE_PROTO(14, "tp", Kind.TYPE),
  TYPE_PROTOS(15, "type_protos", Kind.TYPES);

  private static final AttributeKind[] BY_TYPE = values();
  private static final @Nullable AttributeKind[] BY_FIELD = new @Nullable AttributeKind[24];

  static {
    for (AttributeKind kind : BY_TYPE) {
      BY_FIELD[kind.number] = kind;
    }
  }

  private final int number;
  private final String field;
  private final Kind kind;
  private final boolean list;

  AttributeKind(int number, String field, Kind kind) {
    this.number = number;
    this.field = field;
    this.kind = kind;
    this.list = field.length() > 1 && field.endsWith("s");
  }

  /** The kind whose value a field holds, or null. */
  static @Nullable AttributeKind ofField(int number) {
    return number < BY_FIELD.length ? BY_FIELD[number] : null;
  }

  /** The kind of a type number, or null for 0. */
  static @Nullable AttributeKind ofType(WireReader wire, long number) {
    if (number < 0 || number > BY_TYPE.length) {
      throw wire.fail("E0311", "attribute type " + number + " does not exist");
    }
    return number == 0 ? null : BY_TYPE[(int) number - 1];
  }

  /** Number of the field that holds the value. */
  int number() {
    return number;
  }

  /** Name of the field that holds the value. */
  String field() {
    return field;
  }

  /** Kind of the value in the model. */
  Kind kind() {
    return kind;
  }

  /** Tells whether the value is a list. */
  boolean isList() {
    return list;
  }
}
