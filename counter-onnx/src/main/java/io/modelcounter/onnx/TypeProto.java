package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import java.util.Optional;

/** Reads the message {@code TypeProto} and the messages within it. */
final class TypeProto {
  private static final String NO_TYPE = "the file gives no type";

  private final Reading in;
  private final WireReader wire;
  private final UnnamedDimension unnamed;

  private TypeProto(Reading in, UnnamedDimension unnamed) {
    this.in = in;
    this.wire = in.wire();
    this.unnamed = unnamed;
  }

  /**
   * Reads a type.
   *
   * @param in the file, at the field
   * @param name name of the field
   * @param index position among the fields of that name, or -1
   * @param unnamed what a dimension without a size becomes
   * @return the type
   */
  static ValueType read(Reading in, String name, int index, UnnamedDimension unnamed) {
    return new TypeProto(in, unnamed).type(name, index);
  }

  private ValueType type(String name, int index) {
    wire.enter(name, index);
    ValueType type = ValueType.unknown(NO_TYPE);
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "tensor_type");
          type = tensor("tensor_type", false);
        }
        case 4 -> {
          seen = wire.once(seen, "sequence_type");
          type = new SequenceType(members("sequence_type"), Optional.empty());
        }
        case 5 -> {
          seen = wire.once(seen, "map_type");
          type = map();
        }
        case 6 -> wire.ignore("denotation");
        case 7 -> {
          seen = wire.once(seen, "opaque_type");
          type = opaque();
        }
        case 8 -> {
          seen = wire.once(seen, "sparse_tensor_type");
          type = tensor("sparse_tensor_type", true);
        }
        case 9 -> {
          seen = wire.once(seen, "optional_type");
          wire.enter("optional_type", -1);
          type = new OptionalType(element(this, "elem_type", 1));
          wire.leave();
        }
        default -> wire.unknown();
      }
    }
    if (Long.bitCount(seen) > 1) {
      throw wire.fail("E0203", "a type is given twice, in two ways");
    }
    wire.leave();
    return type;
  }

  private ValueType tensor(String name, boolean sparse) {
    wire.enter(name, -1);
    ElementType element = ElementType.UNKNOWN;
    Shape shape = Shape.unknownRank("the file gives no shape");
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "elem_type");
          element = DataTypes.declared(wire, wire.varint("elem_type"));
        }
        case 2 -> {
          seen = wire.once(seen, "shape");
          shape = TensorShapeProto.read(in, unnamed);
        }
        default -> wire.unknown();
      }
    }
    wire.leave();
    return sparse ? new SparseTensorType(element, shape) : new TensorType(element, shape);
  }

  private ValueType members(String name) {
    wire.enter(name, -1);
    TypeProto members = new TypeProto(in, unnamed.ofMembers());
    ValueType type = element(members, "elem_type", 1);
    wire.leave();
    return type;
  }

  private ValueType element(TypeProto reader, String name, int number) {
    ValueType type = ValueType.unknown(NO_TYPE);
    long seen = 0;
    while (wire.next()) {
      if (wire.field() == number) {
        seen = wire.once(seen, name);
        type = reader.type(name, -1);
      } else {
        wire.unknown();
      }
    }
    return type;
  }

  private ValueType map() {
    wire.enter("map_type", -1);
    TypeProto members = new TypeProto(in, unnamed.ofMembers());
    ElementType key = ElementType.UNKNOWN;
    ValueType value = ValueType.unknown(NO_TYPE);
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "key_type");
          key = DataTypes.declared(wire, wire.varint("key_type"));
        }
        case 2 -> {
          seen = wire.once(seen, "value_type");
          value = members.type("value_type", -1);
        }
        default -> wire.unknown();
      }
    }
    wire.leave();
    return new MapType(key, value);
  }

  private ValueType opaque() {
    wire.enter("opaque_type", -1);
    String domain = "";
    String name = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> domain = wire.name("domain");
        case 2 -> name = wire.name("name");
        default -> wire.unknown();
      }
    }
    wire.leave();
    return ValueType.unknown("its type is opaque: " + domain + ":" + name);
  }
}
