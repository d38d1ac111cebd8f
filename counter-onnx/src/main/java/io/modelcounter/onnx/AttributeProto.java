package io.modelcounter.onnx;

import io.modelcounter.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the message {@code AttributeProto}. */
final class AttributeProto {
  private static final int INTERNED_LENGTH = 256;

  private final Reading in;
  private final Opsets opsets;
  private final WireReader wire;
  private String name = "";
  private String reference = "";
  private @Nullable AttributeKind declared;

  /** The fields that have a value, a bit each. */
  private long present;

  private @Nullable Object single;
  private @Nullable LongList numbers;
  private @Nullable List<Object> items;

  private AttributeProto(Reading in, Opsets opsets) {
    this.in = in;
    this.opsets = opsets;
    this.wire = in.wire();
  }

  /**
   * Reads an attribute.
   *
   * @param in the file, at the field
   * @param opsets operator sets in force
   * @param field name of the field
   * @param index position among the fields of that name
   * @param attributes receives the attribute
   */
  static void read(
      Reading in, Opsets opsets, String field, int index, Map<String, AttributeValue> attributes) {
    WireReader wire = in.wire();
    wire.enter(field, index);
    AttributeProto attribute = new AttributeProto(in, opsets);
    attribute.fields();
    if (attributes.put(attribute.name, attribute.value()) != null) {
      throw wire.fail("E0308", "the attribute \"" + attribute.name + "\" is given twice");
    }
    wire.leave();
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      int number = wire.field();
      AttributeKind kind = AttributeKind.ofField(number);
      if (kind != null) {
        seen = kind.isList() ? seen : wire.once(seen, kind.field());
        present |= 1L << number;
        value(kind, kind.field());
        continue;
      }
      switch (number) {
        case 1 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case 13 -> wire.ignore("doc_string");
        case 20 -> {
          seen = wire.once(seen, "type");
          declared = AttributeKind.ofType(wire, wire.varint("type"));
        }
        case 21 -> {
          seen = wire.once(seen, "ref_attr_name");
          reference = wire.name("ref_attr_name");
        }
        default -> wire.unknown();
      }
    }
    long elements = (numbers == null ? 0 : numbers.offered()) + (items == null ? 0 : items.size());
    in.budget().listElements(wire, elements);
  }

  private void value(AttributeKind kind, String field) {
    switch (kind) {
      case FLOAT -> single = (double) Float.intBitsToFloat(wire.fixed32(field));
      case INT -> single = wire.varint(field);
      case STRING -> single = keptText(field);
      case TENSOR -> single = TensorProto.read(in, field, -1);
      case GRAPH -> single = GraphProto.read(in, opsets, field, -1);
      case SPARSE_TENSOR -> single = SparseTensorProto.read(in, field, -1);
      case TYPE_PROTO -> single = TypeProto.read(in, field, -1, new UnnamedDimension(name, false));
      case FLOATS -> wire.numbers(WireReader.FIXED32, field, numbers(), Limits.LIST_ELEMENTS);
      case INTS -> wire.numbers(WireReader.VARINT, field, numbers(), Limits.LIST_ELEMENTS);
      case STRINGS -> items().add(keptText(field));
      case TENSORS -> items().add(TensorProto.read(in, field, items().size()));
      case GRAPHS -> items().add(GraphProto.read(in, opsets, field, items().size()));
      case SPARSE_TENSORS -> items().add(SparseTensorProto.read(in, field, items().size()));
      case TYPE_PROTOS ->
          items().add(TypeProto.read(in, field, items().size(), new UnnamedDimension(name, false)));
    }
  }

  private LongList numbers() {
    LongList list = numbers;
    if (list == null) {
      list = new LongList();
      numbers = list;
    }
    return list;
  }

  private List<Object> items() {
    List<Object> list = items;
    if (list == null) {
      list = new ArrayList<>();
      items = list;
    }
    return list;
  }

  private String keptText(String field) {
    String text = wire.text(field);
    if (text.length() > INTERNED_LENGTH && !in.budget().keep(text.length())) {
      throw wire.fail(
          "E0405", "texts of attributes have more than " + Limits.KEPT_BYTES + " bytes, the limit");
    }
    return text;
  }

  private AttributeValue value() {
    if (!reference.isEmpty()) {
      if (present != 0) {
        throw wire.fail("E0308", "the attribute \"" + name + "\" is a reference and has a value");
      }
      return AttributeValue.reference(reference);
    }
    AttributeKind kind = kind();
    Object value =
        switch (kind) {
          case FLOAT -> single == null ? 0.0 : single;
          case INT -> single == null ? 0L : single;
          case STRING -> single == null ? "" : single;
          case FLOATS -> reals();
          case INTS -> integers();
          default -> kind.isList() ? items() : single;
        };
    if (value == null) {
      throw wire.fail("E0308", "the attribute \"" + name + "\" has no value");
    }
    return new AttributeValue(kind.kind(), value);
  }

  /** The declared kind; before format version 2 none was declared and the field says it. */
  private AttributeKind kind() {
    AttributeKind kind = declared;
    if (kind == null) {
      kind = AttributeKind.ofField(Long.numberOfTrailingZeros(present));
    }
    if (kind == null) {
      throw wire.fail("E0308", "the attribute \"" + name + "\" has neither a type nor a value");
    }
    long others = present & ~(1L << kind.number());
    if (others != 0) {
      throw wire.fail(
          "E0308",
          "the attribute \"" + name + "\" of type " + kind + " has a value in another field too");
    }
    return kind;
  }

  private List<Double> reals() {
    LongList list = numbers();
    List<Double> values = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      values.add((double) Float.intBitsToFloat((int) list.get(i)));
    }
    return values;
  }

  private List<Long> integers() {
    LongList list = numbers();
    List<Long> values = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      values.add(list.get(i));
    }
    return values;
  }
}
