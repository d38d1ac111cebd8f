package io.modelcounter.core.memory;

import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.core.counting.CountedModel;
import io.modelcounter.core.counting.CountedModel.Layer;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.inference.StoredSource;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every stored tensor is: a parameter, a buffer or a constant.
 *
 * <p>The use decides, not the place: a tensor is a parameter if it reaches a weight position, as it
 * is or through nodes that compute from stored tensors alone. An operand of an Add, Mul or Concat
 * is a weaker sign: there it must stand beside a computed value, reach the place verbatim, be of a
 * float type, have more than one element, and neither be a fill nor look like an attention mask.
 */
public final class StoredTensors {

  /** Role of a tensor, why, and the first node that uses it so. */
  private record Finding(InputRole role, String reason, CountedNode user) {}

  private final Map<StoredSource, Finding> findings = new LinkedHashMap<>();
  private final Map<StoredSource, Amount> packed = new HashMap<>();
  private final Map<InputRole, List<StoredSource>> byRole = new EnumMap<>(InputRole.class);
  private final Set<StoredSource> sources = new LinkedHashSet<>();

  private StoredTensors() {}

  /**
   * Classifies the stored tensors of a model.
   *
   * @param counted counted nodes by graph, the main graph first
   * @return the classification
   */
  public static StoredTensors of(Map<TypedGraph, List<CountedNode>> counted) {
    StoredTensors tensors = new StoredTensors();
    counted.forEach(
        (graph, nodes) -> {
          tensors.sources.addAll(graph.sources());
          nodes.forEach(tensors::look);
        });
    tensors.sources.forEach(source -> tensors.ofRole(tensors.role(source)).add(source));
    return tensors;
  }

  /**
   * These tensors in a model some of whose layers are left out of all sums. What a tensor is stays
   * the same; one that only such layers use is left out with them, and one that others use too
   * belongs to the first of those.
   *
   * @param model the model
   * @return the tensors
   */
  public StoredTensors countedIn(CountedModel model) {
    if (model.all().stream().noneMatch(Layer::isIgnored)) {
      return this;
    }
    StoredTensors counted = new StoredTensors();
    counted.sources.addAll(sources);
    counted.packed.putAll(packed);
    for (Layer layer : model.all()) {
      if (!layer.isIgnored()) {
        counted.take(layer.node(), this);
      }
    }
    for (StoredSource source : sources) {
      Finding known = findings.get(source);
      if (known == null || counted.findings.containsKey(source)) {
        counted.ofRole(role(source)).add(source);
      } else {
        String reason = known.reason() + ", which is ignored like all that use it";
        counted.findings.put(source, new Finding(known.role(), reason, known.user()));
      }
    }
    return counted;
  }

  /** Makes a node the user of the stored tensors that it is the first to use. */
  private void take(CountedNode node, StoredTensors all) {
    List<TypedValue> inputs = node.typed().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isStored()) {
        for (StoredSource source : inputs.get(i).sources()) {
          findings.putIfAbsent(source, new Finding(all.role(source), reason(node, i), node));
        }
      }
    }
  }

  private void look(CountedNode node) {
    List<TypedValue> inputs = node.typed().inputs();
    boolean computes = readsWhatIsComputed(node);
    for (int i = 0; i < inputs.size(); i++) {
      TypedValue input = inputs.get(i);
      if (!input.isStored()) {
        continue;
      }
      InputRole role = node.role(i);
      for (StoredSource source : input.sources()) {
        note(source, effective(role, source, input, computes), node, i);
        if (node.logicalElements(i).isPresent()) {
          packed.putIfAbsent(source, share(source, input, node.logicalElements(i).get()));
        }
      }
    }
  }

  /** What a source has of the elements that an input stands for: as much as it has of the input. */
  private static Amount share(StoredSource source, TypedValue input, Amount logicalElements) {
    Size own = source.type().shape().elements();
    Optional<Size> all =
        input.type() instanceof TensorType type && type.shape().hasRank()
            ? Optional.of(type.shape().elements())
            : Optional.empty();
    if (!logicalElements.isExact() || all.filter(own::equals).isPresent()) {
      return logicalElements;
    }
    return all.flatMap(elements -> logicalElements.low().times(own).divideExactly(elements))
        .map(Amount::exact)
        .orElseGet(
            () -> Amount.unknown("how many elements " + source.name() + " packs is not known"));
  }

  private static boolean readsWhatIsComputed(CountedNode node) {
    List<TypedValue> inputs = node.typed().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (node.typed().call().hasInput(i) && !inputs.get(i).isStored()) {
        return true;
      }
    }
    return false;
  }

  private static InputRole effective(
      InputRole role, StoredSource source, TypedValue input, boolean besideComputed) {
    ElementType element = source.type().element();
    Shape shape = source.type().shape();
    boolean several = !shape.elements().isOne();
    return switch (role) {
      case PARAMETER ->
          isLearnable(element) && (several || (input.verbatim() && shape.rank() > 0))
              ? InputRole.PARAMETER
              : InputRole.CONSTANT;
      case OPERAND ->
          besideComputed
                  && element.isFloat()
                  && several
                  && input.verbatim()
                  && source.origin() != StoredSource.Origin.FILLED
                  && !isMask(shape)
              ? InputRole.PARAMETER
              : InputRole.CONSTANT;
      case BUFFER -> InputRole.BUFFER;
      case CONSTANT -> InputRole.CONSTANT;
    };
  }

  /** Weights are floats or narrow integers, biases of quantized operators 32-bit ones. */
  private static boolean isLearnable(ElementType element) {
    return element.isFloat()
        || (element.isInteger() && element.bits() <= 8)
        || element == ElementType.INT32;
  }

  /** A square table that all samples and heads share, as an attention mask is. */
  private static boolean isMask(Shape shape) {
    int rank = shape.rank();
    return rank >= 3 && shape.dim(-1).equals(shape.dim(-2)) && shape.elements(0, rank - 2).isOne();
  }

  private void note(StoredSource source, InputRole role, CountedNode node, int input) {
    Finding known = findings.get(source);
    if (known != null && known.role().compareTo(role) <= 0) {
      return;
    }
    findings.put(source, new Finding(role, reason(node, input), node));
  }

  private static String reason(CountedNode node, int input) {
    return "input "
        + input
        + " of "
        + node.typed().node().displayName()
        + " ("
        + node.typed().node().operator().name()
        + ")"
        + (node.typed().resolution() == Resolution.UNKNOWN
            ? ", an operator that nobody knows"
            : "");
  }

  /**
   * Tells whether a tensor is a parameter.
   *
   * @param source a stored tensor
   * @return true if it reaches a weight position
   */
  public boolean isParameter(StoredSource source) {
    return role(source) == InputRole.PARAMETER;
  }

  private InputRole role(StoredSource source) {
    Finding finding = findings.get(source);
    return finding == null ? InputRole.CONSTANT : finding.role();
  }

  /**
   * All stored tensors for the report.
   *
   * @return the tensors, each with its role and reason
   */
  public List<StoredTensor> list() {
    List<StoredTensor> list = new ArrayList<>(sources.size());
    for (StoredSource source : sources) {
      Finding finding = findings.get(source);
      list.add(
          new StoredTensor(
              source.name(),
              source.type(),
              role(source),
              finding == null ? "no node uses it" : finding.reason(),
              bytes(source)));
    }
    return list;
  }

  /**
   * Parameters by the node that is the first to use them as such.
   *
   * @return sources by node, compared by identity
   */
  public IdentityHashMap<CountedNode, List<StoredSource>> parametersByUser() {
    IdentityHashMap<CountedNode, List<StoredSource>> byUser = new IdentityHashMap<>();
    findings.forEach(
        (source, finding) -> {
          if (finding.role() == InputRole.PARAMETER) {
            byUser.computeIfAbsent(finding.user(), key -> new ArrayList<>()).add(source);
          }
        });
    return byUser;
  }

  /**
   * Elements of all tensors of a role.
   *
   * @param role the role
   * @return their number
   */
  public Amount elements(InputRole role) {
    return Amount.sum(ofRole(role).stream().map(this::elements).toList());
  }

  /**
   * Elements of one tensor.
   *
   * @param source a stored tensor
   * @return how many it stands for to the operators that use it, or holds
   */
  public Amount elements(StoredSource source) {
    Amount logical = packed.get(source);
    return logical == null ? Amount.exact(source.type().shape().elements()) : logical;
  }

  /**
   * Bytes of all tensors of a role.
   *
   * @param role the role
   * @return the bytes
   */
  public Amount bytes(InputRole role) {
    return Amount.sum(ofRole(role).stream().map(StoredTensors::bytes).toList());
  }

  private List<StoredSource> ofRole(InputRole role) {
    return byRole.computeIfAbsent(role, key -> new ArrayList<>());
  }

  /**
   * Bytes of one tensor.
   *
   * @param source a stored tensor
   * @return its bytes by the width of its type
   */
  public static Amount bytes(StoredSource source) {
    return source.type().element().bytes(source.type().shape().elements());
  }
}
