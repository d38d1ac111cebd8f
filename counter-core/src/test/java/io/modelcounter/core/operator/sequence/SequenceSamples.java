package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.AttributeValue.Kind;
import io.modelcounter.model.SequenceType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.Types;
import java.util.List;
import java.util.Optional;

/** Calls of every operator of the family. */
final class SequenceSamples {
  private SequenceSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("SequenceConstruct", 11)
            .input("float32[batch, 3]")
            .input("float32[batch, 4]"),
        TestCall.onnx("SequenceEmpty", 11).attribute("dtype", 7L),
        TestCall.onnx("SequenceInsert", 11)
            .input(sequence("float32[batch, 3]", 2))
            .input("float32[batch, 3]"),
        TestCall.onnx("SequenceErase", 11).input(sequence("float32[batch, 3]", 2)),
        TestCall.onnx("SequenceAt", 11).input(sequence("float32[batch, 3]", 2)).scalarValue(0),
        TestCall.onnx("SequenceLength", 11).input(sequence("float32[batch, 3]", 2)),
        TestCall.onnx("SplitToSequence", 24).input("float32[batch, n]").scalarValue(4),
        TestCall.onnx("SplitToSequence", 11).input("float32[batch, n]"),
        TestCall.onnx("ConcatFromSequence", 11)
            .input(sequence("float32[batch, 3]", 2))
            .attribute("axis", 1L),
        TestCall.onnx("Optional", 15).input("float32[batch, 3]"),
        TestCall.onnx("Optional", 15)
            .attribute("type", new AttributeValue(Kind.TYPE, Types.parse("float32[2]"))),
        TestCall.onnx("OptionalGetElement", 18).input("optional(float32[batch, 3])"),
        TestCall.onnx("OptionalHasElement", 18).input("optional(float32[batch, 3])"));
  }

  static SequenceType sequence(String member, long length) {
    return new SequenceType(Types.parse(member), Optional.of(Size.of(length)));
  }
}
