package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Model;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Checks what is inferred inside functions, branches and loops: once they are written out into the
 * main graph, every copy of a value must have the type that it has in the body, and the work of all
 * copies must be that of the body times its executions.
 */
class BodyConformanceTest {
  private static final int MOST_LEVELS = 8;

  private final List<String> troubles = new ArrayList<>();
  private int files;
  private int constant;
  private int symbolic;
  private int unknown;
  private int expanded;
  private int copies;
  private int equal;
  private int exactTotals;
  private int boundedTotals;

  @Test
  void infersBodiesAsIfTheyWereWrittenOut() throws IOException {
    Assumptions.assumeTrue(
        Corpus.shared().isPresent(), "skipped: the shared corpus is not beside the repository");
    Path corpus = Corpus.shared().orElseThrow();
    List<MeasuredCase> cases = new ArrayList<>();
    cases.addAll(MeasuredCase.withStoredValues(corpus.resolve("onnx-backend")));
    cases.addAll(MeasuredCase.withStoredValues(corpus.resolve("onnx-backend-old")));
    cases.addAll(MeasuredCase.ofSmallGraphs(corpus));
    cases.addAll(MeasuredCase.ofRealNetworks(corpus));
    cases.addAll(MeasuredCase.ofExported(corpus));
    for (MeasuredCase measured : cases) {
      check(measured);
    }
    System.out.println(
        "bodies: "
            + files
            + " files with functions, branches or loops; of their inner values "
            + constant
            + " are known, "
            + symbolic
            + " have symbols, "
            + unknown
            + " are unknown\n"
            + expanded
            + " files written out: "
            + copies
            + " copies of inner values, "
            + equal
            + " of the same type, the others within the bounds; totals of work equal in "
            + exactTotals
            + " files, within the bounds in "
            + boundedTotals);
    assertThat(troubles).isEmpty();
    assertThat(copies).isPositive();
  }

  private void check(MeasuredCase measured) throws IOException {
    MeasuredRun run = MeasuredRun.of(measured);
    run = run.with(Expansion.withUniqueNames(run.model()));
    Analysis first = run.analyze();
    if (first.layers().stream().allMatch(layer -> layer.graph().equals("main"))) {
      return;
    }
    files++;
    first.layers().stream()
        .filter(layer -> !layer.graph().equals("main"))
        .forEach(layer -> layer.outputs().forEach(output -> classify(output.type())));
    Analysis before = first;
    int levels = 0;
    while (levels < MOST_LEVELS) {
      Optional<Expansion> expansion = Expansion.of(run.model(), before, levels);
      if (expansion.isEmpty()) {
        break;
      }
      Model written = expansion.get().model();
      run = run.with(written);
      Analysis after = run.analyze();
      compare(measured.name(), expansion.get(), before, after);
      before = after;
      levels++;
    }
    if (levels > 0) {
      expanded++;
      compareTotals(measured.name(), first, before);
    }
  }

  private void classify(ValueType type) {
    switch (knowledge(type)) {
      case 0 -> constant++;
      case 1 -> symbolic++;
      default -> unknown++;
    }
  }

  private static int knowledge(ValueType type) {
    if (type instanceof TensorType tensor) {
      return tensor.element() == ElementType.UNKNOWN || !tensor.shape().hasRank()
          ? 2
          : tensor.shape().dims().stream().allMatch(Size::isConstant) ? 0 : 1;
    }
    if (type instanceof SequenceType sequence) {
      boolean isLengthKnown = sequence.length().filter(Size::isConstant).isPresent();
      return Math.max(knowledge(sequence.element()), isLengthKnown ? 0 : 1);
    }
    return type instanceof OptionalType optional ? knowledge(optional.element()) : 2;
  }

  private void compare(String file, Expansion expansion, Analysis before, Analysis after) {
    Map<String, ValueType> inBodies = new HashMap<>();
    for (LayerCost layer : before.layers()) {
      for (ValueInfo output : layer.outputs()) {
        inBodies.put(layer.graph() + " " + output.name(), output.type());
      }
    }
    Map<String, ValueType> writtenOut = MeasuredRun.types(after);
    MeasuredRun.types(before)
        .forEach((name, type) -> compare(file, name, type, writtenOut.get(name)));
    for (Expansion.Copies value : expansion.copies()) {
      ValueType inBody = inBodies.get(value.graph() + " " + value.name());
      if (inBody == null) {
        continue; // the body of another call of the function stands for this one
      }
      for (String copy : value.copies()) {
        copies++;
        if (compare(file, value.graph() + " " + value.name(), inBody, writtenOut.get(copy))) {
          equal++;
        }
      }
    }
  }

  /** Tells whether both are the same; it is a trouble if the second is none of the first. */
  private boolean compare(String file, String name, ValueType general, ValueType special) {
    if (general.equals(special)) {
      return true;
    }
    if (special == null || !covers(general, special)) {
      troubles.add(file + ": " + name + " is " + general + ", written out " + special);
    }
    return false;
  }

  private static boolean covers(ValueType general, ValueType special) {
    if (general instanceof TensorType a && special instanceof TensorType b) {
      return (a.element() == b.element() || a.element() == ElementType.UNKNOWN)
          && covers(a.shape(), b.shape());
    }
    if (general instanceof SequenceType a && special instanceof SequenceType b) {
      boolean isLengthCovered =
          a.length().isEmpty()
              || (b.length().isPresent() && covers(a.length().get(), b.length().get()));
      boolean isEmpty = b.length().filter(Size::isZero).isPresent();
      return isLengthCovered && (isEmpty || covers(a.element(), b.element()));
    }
    if (general instanceof OptionalType a) {
      return covers(
          a.element(), special instanceof OptionalType optional ? optional.element() : special);
    }
    return knowledge(general) == 2;
  }

  private static boolean covers(Shape general, Shape special) {
    if (!general.hasRank() || !special.hasRank() || general.rank() != special.rank()) {
      return !general.hasRank();
    }
    for (int axis = 0; axis < general.rank(); axis++) {
      if (!covers(general.dim(axis), special.dim(axis))) {
        return false;
      }
    }
    return true;
  }

  /** A data-dependent size covers every size up to its bound. */
  private static boolean covers(Size general, Size special) {
    if (general.equals(special)) {
      return true;
    }
    Optional<Size> most = general.largest();
    return general.isDataDependent()
        && (most.isEmpty() || !special.isConstant() || most.get().isAtLeast(special));
  }

  private void compareTotals(String file, Analysis bodies, Analysis writtenOut) {
    boolean isExact = true;
    for (String convention : bodies.totals().amounts().keySet()) {
      Amount total = bodies.totals().amounts().get(convention);
      Amount sum = writtenOut.totals().amounts().get(convention);
      isExact &= total.equals(sum);
      boolean isCovered =
          sum.low().isAtLeast(total.low())
              && (total.high().isEmpty()
                  || (sum.high().isPresent() && total.high().get().isAtLeast(sum.high().get())));
      if (!total.equals(sum) && !isCovered) {
        troubles.add(file + ": " + convention + " is " + total + ", written out " + sum);
      }
    }
    if (isExact) {
      exactTotals++;
    } else {
      boundedTotals++;
    }
  }
}
