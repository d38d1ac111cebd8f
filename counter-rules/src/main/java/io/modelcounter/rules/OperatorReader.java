package io.modelcounter.rules;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.rules.document.DocumentNode;
import io.modelcounter.rules.document.Listing;
import io.modelcounter.rules.document.Mapping;
import io.modelcounter.rules.document.Scalar;
import io.modelcounter.rules.expression.AmountExpression;
import io.modelcounter.rules.expression.DimensionsExpression;
import io.modelcounter.rules.expression.ExpressionException;
import io.modelcounter.spi.OperatorRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a rule file says of one operator. */
final class OperatorReader {
  static final List<String> KEYS =
      List.of(
          "operator",
          "versions",
          "outputs",
          "work",
          "free",
          "parameters",
          "buffers",
          "assumption",
          "source");
  static final List<String> OUTPUT_KEYS = List.of("like", "type", "shape");

  private static final String WHAT = "an operator";
  private static final String NAME_FORM = "an operator such as com.acme::FusedGate";
  private static final String VERSIONS_FORM =
      "a version such as 1, a range such as 1-3 or 2-, or a list of these";

  private static final String CUT_OFF =
      "; inside [ ] and { }, YAML wants quotes around an expression with a comma or bracket";

  private static final Pattern NAME = Pattern.compile("(?:([^\\s:]+)::?)?([^\\s:]+)");
  private static final Pattern VERSIONS =
      Pattern.compile("([1-9][0-9]{0,8})(-([1-9][0-9]{0,8})?)?");

  private final Fields fields;

  private OperatorReader(DocumentNode node) {
    this.fields = Fields.of(node, WHAT, KEYS);
  }

  /**
   * Reads an operator.
   *
   * @throws RuleFileException if something is wrong with it
   */
  static OperatorRules read(DocumentNode node) {
    return new OperatorReader(node).read();
  }

  private OperatorRules read() {
    List<OperatorRange> operators = operators();
    Optional<List<OutputRule>> outputs = fields.find("outputs").map(OperatorReader::outputs);
    Optional<WorkRule> work = work(outputs.map(List::size).orElse(Integer.MAX_VALUE));
    if (outputs.isEmpty() && work.isEmpty()) {
      throw RuleFileException.at(
          fields.place(), "the operator has nothing to say, expected outputs, work or free");
    }
    if (work.isEmpty()) {
      refuseWithoutWork();
    }
    return new OperatorRules(
        fields.place(),
        operators,
        outputs.map(rules -> new RuleShapes(operators, rules)),
        work.map(rule -> counter(operators, rule)));
  }

  private RuleCounter counter(List<OperatorRange> operators, WorkRule work) {
    Set<Integer> parameters = new TreeSet<>(fields.positions("parameters"));
    Set<Integer> buffers = new TreeSet<>(fields.positions("buffers"));
    for (Integer input : buffers) {
      if (parameters.contains(input)) {
        throw RuleFileException.at(
            fields.require("buffers", WHAT).place(),
            "input " + input + " stands among parameters and buffers");
      }
    }
    return new RuleCounter(
        operators, work, parameters, buffers, fields.text("assumption"), fields.text("source"));
  }

  private void refuseWithoutWork() {
    for (String key : List.of("parameters", "buffers", "assumption", "source")) {
      fields
          .find(key)
          .ifPresent(
              node -> {
                throw RuleFileException.at(
                    node.place(), "\"" + key + "\" means nothing without work or free");
              });
    }
  }

  private List<OperatorRange> operators() {
    DocumentNode node = fields.require("operator", NAME_FORM);
    Matcher name = NAME.matcher(Fields.text(node, NAME_FORM));
    if (!name.matches()) {
      throw Fields.expected(node, NAME_FORM);
    }
    String domain = name.group(1) == null ? "" : name.group(1);
    OperatorRange all = OperatorRange.of(domain, name.group(2));
    if (!fields.has("versions")) {
      return List.of(all);
    }
    DocumentNode versions = fields.require("versions", VERSIONS_FORM);
    List<DocumentNode> parts =
        versions instanceof Listing listing ? listing.items() : List.of(versions);
    if (parts.isEmpty()) {
      throw Fields.expected(versions, VERSIONS_FORM);
    }
    return parts.stream().map(part -> range(part, all)).toList();
  }

  private static OperatorRange range(DocumentNode node, OperatorRange all) {
    Matcher versions = VERSIONS.matcher(Fields.text(node, VERSIONS_FORM));
    if (!versions.matches()) {
      throw Fields.expected(node, VERSIONS_FORM);
    }
    int first = Integer.parseInt(versions.group(1));
    if (versions.group(2) == null) {
      return all.since(first).until(first);
    }
    if (versions.group(3) == null) {
      return all.since(first);
    }
    int last = Integer.parseInt(versions.group(3));
    if (last < first) {
      throw RuleFileException.at(node.place(), "version " + last + " is before " + first);
    }
    return all.since(first).until(last);
  }

  private static List<OutputRule> outputs(DocumentNode node) {
    List<DocumentNode> outputs = Fields.list(node, "a list of outputs");
    if (outputs.isEmpty()) {
      throw RuleFileException.at(node.place(), "the list is empty, expected at least one output");
    }
    return outputs.stream().map(OperatorReader::output).toList();
  }

  private static OutputRule output(DocumentNode node) {
    Fields output = Fields.of(node, "an output", OUTPUT_KEYS);
    OptionalInt like =
        output.find("like").map(Fields::position).map(OptionalInt::of).orElse(OptionalInt.empty());
    Optional<ElementType> type = output.find("type").map(OperatorReader::type);
    Optional<List<DimensionsExpression>> shape = output.find("shape").map(OperatorReader::shape);
    if (like.isEmpty() && (type.isEmpty() || shape.isEmpty())) {
      throw RuleFileException.at(
          node.place(), "found no more of the output, expected like, or type and shape");
    }
    return new OutputRule(like, type, shape);
  }

  private static ElementType type(DocumentNode node) {
    List<String> types =
        Arrays.stream(ElementType.values())
            .filter(type -> type != ElementType.UNKNOWN)
            .map(ElementType::text)
            .toList();
    String text = Fields.text(node, "an element type such as float32");
    if (!types.contains(text)) {
      throw RuleFileException.word(
          node.place(),
          "there is no element type \"" + text + "\", expected " + String.join(", ", types),
          text,
          types);
    }
    return ElementType.named(text).orElseThrow();
  }

  private static List<DimensionsExpression> shape(DocumentNode node) {
    return Fields.list(node, "a list of dimensions").stream()
        .map(dim -> expression(dim, DimensionsExpression::parse))
        .toList();
  }

  private Optional<WorkRule> work(int outputs) {
    Optional<DocumentNode> work = fields.find("work");
    Optional<DocumentNode> free = fields.find("free");
    if (work.isPresent() && free.isPresent()) {
      throw RuleFileException.at(
          free.get().place(), "an operator with work is not free, expected work or free");
    }
    return free.map(node -> new WorkRule(Map.of(), Fields.text(node, "why nothing is computed")))
        .or(() -> work.map(node -> new WorkRule(amounts(node, outputs), "")));
  }

  private static Map<WorkKind, AmountExpression> amounts(DocumentNode node, int outputs) {
    Mapping mapping = Fields.mapping(node, "work");
    Map<WorkKind, AmountExpression> amounts = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      amounts.put(
          kind(entry), expression(entry.value(), text -> AmountExpression.parse(text, outputs)));
    }
    if (amounts.isEmpty()) {
      throw RuleFileException.at(
          node.place(), "the work is empty; an operator that computes nothing says free");
    }
    return amounts;
  }

  private static WorkKind kind(Mapping.Entry entry) {
    return Arrays.stream(WorkKind.values())
        .filter(kind -> WorkRule.name(kind).equals(entry.key()))
        .findFirst()
        .orElseThrow(
            () ->
                RuleFileException.word(
                    entry.place(),
                    "there is no work \""
                        + entry.key()
                        + "\", expected "
                        + String.join(", ", WorkRule.kinds()),
                    entry.key(),
                    WorkRule.kinds()));
  }

  /** In a YAML list between brackets, a comma ends a text without quotes. */
  private static boolean isCutOff(String text) {
    return text.chars().filter(c -> c == '(').count() > text.chars().filter(c -> c == ')').count();
  }

  private static <T> T expression(DocumentNode node, Function<String, T> parse) {
    boolean isText =
        node instanceof Scalar scalar
            && (scalar.kind() == Scalar.Kind.TEXT || scalar.kind() == Scalar.Kind.NUMBER);
    if (!isText) {
      throw Fields.expected(node, "an expression such as elements(in 0)");
    }
    String text = ((Scalar) node).text();
    try {
      return parse.apply(text);
    } catch (ExpressionException wrong) {
      String hint = isCutOff(text) ? CUT_OFF : "";
      String reason = node.describe() + ", " + wrong.getMessage() + hint;
      throw wrong.found().isEmpty()
          ? RuleFileException.at(node.place(), reason, wrong)
          : RuleFileException.word(node.place(), reason, wrong.found(), wrong.known());
    }
  }
}
