package io.modelcounter.core.memory;

import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.inference.StoredSource;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
      }
    }
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
    String reason =
        "input "
            + input
            + " of "
            + node.typed().node().displayName()
            + " ("
            + node.typed().node().operator().name()
            + ")"
            + (node.typed().resolution() == Resolution.UNKNOWN
                ? ", an operator that nobody knows"
                : "");
    findings.put(source, new Finding(role, reason, node));
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
    return Amount.exact(
        Size.sum(ofRole(role).stream().map(source -> source.type().shape().elements()).toList()));
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
