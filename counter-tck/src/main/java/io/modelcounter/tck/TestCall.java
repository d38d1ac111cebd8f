package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One use of an operator, written in short form, and what a rule and a counter say about it.
 *
 * <pre>{@code
 * TestCall call =
 *     TestCall.onnx("Conv", 11)
 *         .input("float32[batch, 3, 224, 224]")
 *         .stored("float32[64, 3, 7, 7]")
 *         .attribute("strides", 2, 2)
 *         .attribute("pads", 3, 3, 3, 3);
 * assertThat(call.shape(convolution)).isEqualTo("float32[batch, 64, 112, 112]");
 * assertThat(call.multiplyAdds(convolution)).hasToString("118013952*batch");
 * }</pre>
 *
 * <p>Inputs are given in the order of the operator; types are written as {@link Types} says. Calls
 * are immutable: every method gives a new one, so that several tests can vary one call. Rules and
 * counters are asked as an analysis asks them, through {@link SafeCalls}.
 */
public final class TestCall implements AttributeDsl<TestCall> {
  private final OperatorId operator;
  private final String name;
  private final Attributes attributes;
  private final List<TestInput> inputs;
  private final List<String> outputs;

  private TestCall(
      OperatorId operator,
      String name,
      Attributes attributes,
      List<TestInput> inputs,
      List<String> outputs) {
    this.operator = operator;
    this.name = name;
    this.attributes = attributes;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /**
   * Call of an operator of the standard set, without inputs yet and with one output {@code Y}.
   *
   * @param name operator name
   * @param version version
   * @return the call
   */
  public static TestCall onnx(String name, int version) {
    return of(OperatorId.ONNX, name, version);
  }

  /**
   * Call of an operator, without inputs yet and with one output {@code Y}.
   *
   * @param domain operator domain
   * @param name operator name
   * @param version version
   * @return the call
   */
  public static TestCall of(String domain, String name, int version) {
    OperatorId operator = new OperatorId(domain, name, version);
    return new TestCall(operator, name, Attributes.none(), List.of(), List.of("Y"));
  }

  /**
   * Names the node, for messages.
   *
   * @param nodeName the name
   * @return the new call
   */
  public TestCall named(String nodeName) {
    return new TestCall(operator, nodeName, attributes, inputs, outputs);
  }

  /**
   * Adds an input that the graph computes.
   *
   * @param type its type, for example {@code float32[batch, 3]}
   * @return the new call
   */
  public TestCall input(String type) {
    return input(Types.parse(type));
  }

  /**
   * Adds an input that the graph computes.
   *
   * @param type its type
   * @return the new call
   */
  public TestCall input(ValueType type) {
    return input(Inferred.of(type));
  }

  /**
   * Adds an input that the graph computes.
   *
   * @param input what is known of it
   * @return the new call
   */
  public TestCall input(Inferred input) {
    return with(TestInput.computed(input));
  }

  /**
   * Adds an int64 vector that the graph computes and of which the elements are known, as shape
   * arithmetic gives.
   *
   * @param expressions the elements, possibly in symbols, for example {@code batch}, {@code 12*h}
   * @return the new call
   */
  public TestCall sizes(String... expressions) {
    return input(
        Inferred.of(TensorValue.sizes(Arrays.stream(expressions).map(Size::parse).toList())));
  }

  /**
   * Adds an input that the model stores, of which the elements are not known.
   *
   * @param type its type, for example {@code float32[64, 3, 7, 7]}
   * @return the new call
   */
  public TestCall stored(String type) {
    return with(TestInput.stored(Inferred.of(Types.parse(type))));
  }

  /**
   * Adds an int64 vector that the model stores and of which the elements are known.
   *
   * @param elements the elements; none for an empty vector
   * @return the new call
   */
  public TestCall value(long... elements) {
    return values(TensorValue.sizes(Arrays.stream(elements).mapToObj(Size::of).toList()));
  }

  /**
   * Adds an int64 scalar that the model stores and of which the element is known.
   *
   * @param element the element
   * @return the new call
   */
  public TestCall scalarValue(long element) {
    return values(TensorValue.scalar(ElementType.INT64, Scalar.of(element)));
  }

  /**
   * Adds a tensor that the model stores and of which the elements are known.
   *
   * @param value the elements
   * @return the new call
   */
  public TestCall values(TensorValue value) {
    return with(TestInput.stored(Inferred.of(value)));
  }

  /**
   * Adds an absent optional input.
   *
   * @return the new call
   */
  public TestCall absent() {
    return with(TestInput.ABSENT);
  }

  @Override
  public TestCall attribute(String attribute, AttributeValue value) {
    return new TestCall(operator, name, attributes.with(attribute, value), inputs, outputs);
  }

  /**
   * Names the outputs, in place of the single {@code Y}.
   *
   * @param names the names; an empty one for an output that nobody wants
   * @return the new call
   */
  public TestCall outputs(String... names) {
    return new TestCall(operator, name, attributes, inputs, List.of(names));
  }

  /**
   * Puts values for symbols in the types and elements of all inputs.
   *
   * @param bindings the values
   * @return the new call
   */
  public TestCall bind(Bindings bindings) {
    return withInputs(input -> input.bind(bindings));
  }

  /**
   * Forgets shapes and elements of all inputs; their element types stay.
   *
   * @return the new call
   */
  public TestCall withUnknownRanks() {
    return withInputs(TestInput::withUnknownRank);
  }

  /**
   * Forgets everything about all inputs that are there, as if operators nobody knows gave them.
   *
   * @return the new call
   */
  public TestCall withUnknownTypes() {
    return withInputs(TestInput::withUnknownType);
  }

  /**
   * Forgets shape and elements of one input; its element type stays.
   *
   * @param index position of the input
   * @return the new call
   */
  public TestCall withUnknownRank(int index) {
    List<TestInput> changed = new ArrayList<>(inputs);
    changed.set(index, changed.get(index).withUnknownRank());
    return new TestCall(operator, name, attributes, List.copyOf(changed), outputs);
  }

  /**
   * The operator.
   *
   * @return operator and version
   */
  public OperatorId operator() {
    return operator;
  }

  /**
   * The symbols in the types and elements of the inputs.
   *
   * @return the symbols in their order
   */
  public Set<Symbol> symbols() {
    Set<Symbol> symbols = new TreeSet<>();
    inputs.forEach(input -> symbols.addAll(input.symbols()));
    return symbols;
  }

  /**
   * The call as a shape rule sees it.
   *
   * @return a new call without types of outputs
   */
  public Call call() {
    Call.Builder call = Call.of(operator).named(name).attributes(attributes);
    inputs.forEach(input -> input.addTo(call));
    outputs.forEach(call::output);
    return call.build();
  }

  /**
   * The call as a counter sees it.
   *
   * @param rule infers the types of the outputs
   * @return a new call with types of outputs
   */
  public Call call(ShapeRule rule) {
    return call().withOutputs(infer(rule).stream().map(Inferred::type).toList());
  }

  /**
   * Infers the outputs.
   *
   * @param rule the rule
   * @return an entry at least for every output
   */
  public List<Inferred> infer(ShapeRule rule) {
    return SafeCalls.outputs(rule, call());
  }

  /**
   * Infers the type of the first output.
   *
   * @param rule the rule
   * @return the type as text, for example {@code float32[batch, 64]}; an unknown rank reads {@code
   *     float32[?]}
   */
  public String shape(ShapeRule rule) {
    return infer(rule).get(0).type().toString();
  }

  /**
   * Infers the types of all outputs.
   *
   * @param rule the rule
   * @return the types as texts
   */
  public List<String> shapes(ShapeRule rule) {
    return infer(rule).stream().map(output -> output.type().toString()).toList();
  }

  /**
   * Counts the work.
   *
   * @param rule infers the types of the outputs
   * @param counter counts
   * @return the cost
   */
  public Cost count(ShapeRule rule, LayerCounter counter) {
    return SafeCalls.count(counter, call(rule));
  }

  /**
   * Counts the work with rule and counter in one class.
   *
   * @param <T> a rule that is a counter too
   * @param ruleAndCounter infers and counts
   * @return the cost
   */
  public <T extends ShapeRule & LayerCounter> Cost count(T ruleAndCounter) {
    return count(ruleAndCounter, ruleAndCounter);
  }

  /**
   * Counts work of one kind, over all element types, with rule and counter in one class.
   *
   * @param <T> a rule that is a counter too
   * @param ruleAndCounter infers and counts
   * @param kind kind of work
   * @return the amount, for example {@code 12*batch}
   * @throws AssertionError if the cost is unknown or known only between bounds
   */
  public <T extends ShapeRule & LayerCounter> Size work(T ruleAndCounter, WorkKind kind) {
    Cost cost = count(ruleAndCounter);
    if (!Costs.isKnown(cost)) {
      throw new AssertionError("the cost of " + this + " is not known: " + Costs.describe(cost));
    }
    return cost.low().amount(kind);
  }

  /**
   * Counts the multiply-adds with rule and counter in one class.
   *
   * @param <T> a rule that is a counter too
   * @param ruleAndCounter infers and counts
   * @return the amount
   * @throws AssertionError if the cost is unknown or known only between bounds
   */
  public <T extends ShapeRule & LayerCounter> Size multiplyAdds(T ruleAndCounter) {
    return work(ruleAndCounter, WorkKind.MULTIPLY_ADD);
  }

  int inputCount() {
    return inputs.size();
  }

  /** The call with 0 for the dimensions that are nothing but a symbol. */
  TestCall withZero(String symbol) {
    return withInputs(input -> input.withZero(Size.of(Symbol.named(symbol))));
  }

  boolean hasInputs() {
    return inputs.stream().anyMatch(input -> input.inferred() != null);
  }

  private TestCall with(TestInput input) {
    List<TestInput> more = new ArrayList<>(inputs);
    more.add(input);
    return new TestCall(operator, name, attributes, List.copyOf(more), outputs);
  }

  private TestCall withInputs(UnaryOperator<TestInput> change) {
    return new TestCall(operator, name, attributes, inputs.stream().map(change).toList(), outputs);
  }

  /** Text such as {@code ai.onnx:Conv-11[float32[1, 3], stored float32[8, 3]]}. */
  @Override
  public String toString() {
    return operator.toString() + inputs + (attributes.names().isEmpty() ? "" : " " + attributes);
  }
}
