package io.modelcounter.tck;

import io.modelcounter.model.AttributeException;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Calls made from valid ones by putting something wrong into them: other ranks, types and elements,
 * absent inputs, attributes of odd lengths and kinds, other versions. However wrong a call is, an
 * operator may only throw what its interfaces declare.
 */
public final class WrongCalls {
  private static final int SEVERAL_WRONG = 40;
  private static final int[] VERSIONS = {1, 6, 7, 9, 11, 13, 18, 21};

  /** Attributes that many operators read, so that they may meet them in any state. */
  private static final Set<String> COMMON_ATTRIBUTES = Set.of("axis", "axes", "pads", "auto_pad");

  private static final List<AttributeValue> ODD_VALUES =
      List.of(
          AttributeValue.of(0L),
          AttributeValue.of(-1L),
          AttributeValue.of(99L),
          AttributeValue.of(2.5),
          AttributeValue.of("nonsense"),
          AttributeValue.of("SAME_UPPER"),
          AttributeValue.ofInts(List.of()),
          AttributeValue.ofInts(List.of(1L)),
          AttributeValue.ofInts(List.of(2L, 3L)),
          AttributeValue.ofInts(List.of(-1L, 0L, 5L)));

  private record Input(Optional<Inferred> inferred, boolean stored) {}

  private record Node(
      OperatorId operator, Attributes attributes, List<Input> inputs, int outputCount) {

    Call call() {
      Call.Builder call = Call.of(operator).attributes(attributes);
      for (Input input : inputs) {
        if (input.inferred().isEmpty()) {
          call.absentInput();
        } else if (input.stored()) {
          call.storedInput(input.inferred().get());
        } else {
          call.input(input.inferred().get());
        }
      }
      for (int i = 0; i < outputCount; i++) {
        call.output("Y" + i);
      }
      return call.build();
    }

    Node with(Attributes changed) {
      return new Node(operator, changed, inputs, outputCount);
    }

    Node with(List<Input> changed) {
      return new Node(operator, attributes, changed, outputCount);
    }
  }

  private WrongCalls() {}

  /**
   * Asks the operators of a family about wrong calls, the same ones in every run.
   *
   * @param family the operators
   * @param samples valid calls from which the wrong ones are made
   * @throws AssertionError if anything but the declared exceptions is thrown
   */
  public static void ask(List<Operator> family, List<TestCall> samples) {
    OperatorFamily operator = new OperatorFamily(family);
    ask(operator, operator, samples);
  }

  /**
   * Asks a shape rule and the counter beside it about wrong calls, the same ones in every run.
   *
   * @param rule the rule
   * @param counter the counter
   * @param samples valid calls from which the wrong ones are made
   * @throws AssertionError if anything but the declared exceptions is thrown
   */
  public static void ask(ShapeRule rule, LayerCounter counter, List<TestCall> samples) {
    forEach(
        samples,
        call -> {
          Call typed = call.withOutputs(types(rule, call));
          if (isServed(counter.operators(), call)) {
            ask(counter, typed);
          }
        });
  }

  /**
   * Asks a shape rule about wrong calls, the same ones in every run.
   *
   * @param rule the rule
   * @param samples valid calls from which the wrong ones are made
   * @throws AssertionError if anything but the declared exceptions is thrown
   */
  public static void ask(ShapeRule rule, List<TestCall> samples) {
    forEach(samples, call -> types(rule, call));
  }

  private static void forEach(List<TestCall> samples, Consumer<Call> question) {
    for (TestCall sample : samples) {
      List<Node> nodes = withOneWrong(node(sample.call()));
      Random random = new Random(sample.toString().hashCode());
      int single = nodes.size();
      for (int i = 0; i < SEVERAL_WRONG; i++) {
        List<Node> more = withOneWrong(nodes.get(random.nextInt(single)));
        nodes.add(more.get(random.nextInt(more.size())));
      }
      for (Node node : nodes) {
        ask(node.call(), question);
      }
    }
  }

  private static void ask(Call call, Consumer<Call> question) {
    try {
      question.accept(call);
    } catch (RuntimeException | StackOverflowError undeclared) {
      throw new AssertionError(
          call.operator() + " of " + call + " with " + call.attributes(), undeclared);
    }
  }

  private static void ask(LayerCounter counter, Call call) {
    requireOnlyDeclared(() -> SafeCalls.handles(counter, call));
    requireOnlyDeclared(() -> SafeCalls.count(counter, call));
    requireOnlyDeclared(() -> SafeCalls.traffic(counter, call));
    requireOnlyDeclared(() -> SafeCalls.scratchBytes(counter, call));
    for (int i = 0; i < call.inputCount(); i++) {
      int input = i;
      requireOnlyDeclared(() -> SafeCalls.role(counter, call, input));
      requireOnlyDeclared(() -> SafeCalls.logicalElements(counter, call, input));
    }
  }

  private static boolean isServed(List<OperatorRange> ranges, Call call) {
    return ranges.stream().anyMatch(range -> range.contains(call.operator()));
  }

  /** Types of the outputs, none if the rule does not serve the version. */
  private static List<ValueType> types(ShapeRule rule, Call call) {
    List<ValueType> types = new ArrayList<>();
    if (!isServed(rule.operators(), call)) {
      return types;
    }
    requireOnlyDeclared(
        () -> {
          for (Inferred output : SafeCalls.outputs(rule, call)) {
            types.add(output.type());
            requireOnlyDeclared(output::value);
          }
        });
    return types;
  }

  private static void requireOnlyDeclared(Runnable question) {
    try {
      question.run();
    } catch (InvalidNodeException
        | AttributeException
        | UnknownInputException
        | TooComplexException declared) {
      // what an operator may say of a wrong call
    }
  }

  private static Node node(Call call) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < call.inputCount(); i++) {
      inputs.add(
          call.hasInput(i)
              ? new Input(Optional.of(call.input(i)), call.isStored(i))
              : new Input(Optional.empty(), false));
    }
    return new Node(call.operator(), call.attributes(), inputs, call.outputCount());
  }

  private static List<Node> withOneWrong(Node node) {
    List<Node> nodes = new ArrayList<>();
    for (int version : VERSIONS) {
      OperatorId other = new OperatorId(node.operator().domain(), node.operator().name(), version);
      nodes.add(new Node(other, node.attributes(), node.inputs(), node.outputCount()));
    }
    for (int i = 0; i <= node.inputs().size(); i++) {
      addWithWrongInput(node, i, nodes);
    }
    Set<String> names = new TreeSet<>(COMMON_ATTRIBUTES);
    names.addAll(node.attributes().names());
    for (String name : names) {
      ODD_VALUES.forEach(value -> nodes.add(node.with(node.attributes().with(name, value))));
      Map<String, AttributeValue> others = new TreeMap<>(node.attributes().asMap());
      others.remove(name);
      nodes.add(node.with(Attributes.of(others)));
    }
    return nodes;
  }

  private static void addWithWrongInput(Node node, int position, List<Node> nodes) {
    List<Input> inputs = node.inputs();
    boolean further = position == inputs.size();
    boolean stored = !further && inputs.get(position).stored();
    ElementType element =
        further
            ? ElementType.FLOAT32
            : inputs.get(position).inferred().map(WrongCalls::element).orElse(ElementType.FLOAT32);
    List<Input> replacements = new ArrayList<>();
    replacements.add(new Input(Optional.empty(), false));
    for (Inferred odd : oddInputs(element)) {
      replacements.add(new Input(Optional.of(odd), stored));
    }
    for (Input replacement : replacements) {
      List<Input> changed = new ArrayList<>(inputs);
      if (further) {
        changed.add(replacement);
      } else {
        changed.set(position, replacement);
      }
      nodes.add(node.with(changed));
    }
    nodes.add(node.with(inputs.subList(0, position)));
  }

  private static ElementType element(Inferred input) {
    return input.type() instanceof TensorType tensor ? tensor.element() : ElementType.FLOAT32;
  }

  private static List<Inferred> oddInputs(ElementType element) {
    Scalar one = Scalar.of(1);
    return List.of(
        Inferred.unknown("nothing is known"),
        Inferred.tensor(element, Shape.unknownRank("no rank is known")),
        Inferred.tensor(element, Shape.scalar()),
        Inferred.tensor(element, Shape.of(3)),
        Inferred.tensor(element, Shape.of(2, 3)),
        Inferred.tensor(element, Shape.of(2, 3, 4)),
        Inferred.tensor(element, Shape.of(Size.parse("batch"), Size.ZERO, Size.ONE, Size.of(7))),
        Inferred.tensor(ElementType.STRING, Shape.of(1, 2, 3, 4, 5)),
        Inferred.of(TensorValue.scalar(element, one)),
        Inferred.of(TensorValue.vector(element, List.of(one, Scalar.of(200), Scalar.of(-4)))),
        Inferred.of(TensorValue.sizes(List.of(Size.of(-1), Size.parse("n")))),
        Inferred.of(TensorValue.sizes(List.of())),
        Inferred.of(new SequenceType(ValueType.tensor(element, Shape.of(2, 2)), Optional.empty())));
  }
}
