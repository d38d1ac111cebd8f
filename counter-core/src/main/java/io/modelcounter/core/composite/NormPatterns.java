package io.modelcounter.core.composite;

import io.modelcounter.core.inference.StoredSource;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Normalizations, as operators and spelled out. */
final class NormPatterns {
  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";
  private static final String ARRANGEMENT = "arrangement";

  private NormPatterns() {}

  /** Normalization operator with scale and shift as its second and third input. */
  static Pattern operator(CompositeKind kind) {
    return (node, links) -> Optional.of(affine(Composite.of(kind, node)));
  }

  /** LayerNormalization; transpositions around it in the same module belong to it. */
  static Optional<Composite> layerNormalization(TypedNode node, Links links) {
    Composite norm = affine(Composite.of(CompositeKind.LAYER_NORM, node));
    Optional<TypedNode> before = links.producer(node, 0, "Transpose").filter(isBeside(node));
    Optional<TypedNode> after = links.onlyUser(node, "Transpose").filter(isBeside(node));
    return Optional.of(
        before.isPresent() && after.isPresent()
            ? norm.with(before.get(), ARRANGEMENT).with(after.get(), ARRANGEMENT)
            : norm);
  }

  private static Predicate<TypedNode> isBeside(TypedNode node) {
    return other ->
        !node.node().scope().isEmpty() && other.node().scope().equals(node.node().scope());
  }

  private static Composite affine(Composite norm) {
    return norm.with(SCALE, isLearned(norm.main(), 1, 1)).with(SHIFT, isLearned(norm.main(), 2, 0));
  }

  /**
   * Tells whether an input is learned: it is there, and not a Constant node whose elements all have
   * the value that leaves the result alone, which exporters write in place of an absent one.
   */
  private static boolean isLearned(TypedNode node, int input, double neutral) {
    if (!Links.hasInput(node, input)) {
      return false;
    }
    boolean inNode =
        Links.isStored(node, input)
            && node.inputs().get(input).sources().stream()
                .noneMatch(source -> source.origin() == StoredSource.Origin.INITIALIZER);
    return !(inNode && Links.isFilledWith(node, input, neutral));
  }

  /**
   * InstanceNormalization: the middle of a group normalization if a Reshape folds groups into the
   * channels before and unfolds them behind it.
   */
  static Optional<Composite> instanceNormalization(TypedNode node, Links links) {
    Optional<TypedNode> before = links.producer(node, 0, "Reshape");
    Optional<TypedNode> after = links.onlyUser(node, "Reshape");
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.of(affine(Composite.of(CompositeKind.INSTANCE_NORM, node)));
    }
    Composite group =
        Composite.of(CompositeKind.GROUP_NORM, node)
            .with(before.get(), ARRANGEMENT)
            .with(after.get(), ARRANGEMENT);
    return Optional.of(withScaleAndShift(group, after.get(), links));
  }

  private static Composite withScaleAndShift(Composite norm, TypedNode last, Links links) {
    Optional<TypedNode> scale =
        links.onlyUserWithStored(last, "Mul").filter(NormPatterns::isVector);
    Composite scaled = scale.map(node -> norm.with(node, SCALE)).orElse(norm);
    return links
        .onlyUserWithStored(scale.orElse(last), "Add")
        .filter(NormPatterns::isVector)
        .map(node -> scaled.with(node, SHIFT))
        .orElse(scaled);
  }

  /** A scale or shift has more than one element; a factor such as 0.5 is none. */
  private static boolean isVector(TypedNode node) {
    return Links.rank(node, 0) > 0 && Links.rank(node, 1) > 0;
  }

  /**
   * Square root of a mean: the middle of a layer normalization {@code (x - mean) / sqrt(var +
   * epsilon)}, or of a root-mean-square normalization {@code x / sqrt(mean(x^2) + epsilon)}.
   */
  static Optional<Composite> squareRoot(TypedNode root, Links links) {
    Optional<TypedNode> sum = links.producer(root, 0, "Add");
    Optional<TypedNode> mean = sum.flatMap(add -> either(add, links, "ReduceMean"));
    Optional<TypedNode> square = mean.flatMap(node -> square(node, links));
    if (sum.isEmpty() || mean.isEmpty() || square.isEmpty()) {
      return Optional.empty();
    }
    Optional<Division> division = division(root, links);
    if (division.isEmpty()) {
      return Optional.empty();
    }
    Optional<TypedNode> centred =
        links
            .producer(square.get(), 0, "Sub")
            .filter(node -> links.producer(node, 1, "ReduceMean").isPresent());
    Composite norm =
        Composite.of(
                centred.isPresent() ? CompositeKind.LAYER_NORM : CompositeKind.RMS_NORM,
                square.get(),
                "square")
            .with(mean.get(), "variance")
            .with(sum.get(), "epsilon")
            .with(root, "root")
            .with(division.get().last(), "division");
    if (division.get().reciprocal().isPresent()) {
      norm = norm.with(division.get().reciprocal().get(), "division");
    }
    if (centred.isPresent()) {
      norm =
          norm.with(centred.get(), "difference")
              .with(links.producer(centred.get(), 1).orElseThrow(), "mean");
    }
    return Optional.of(withScaleAndShift(norm, afterCast(division.get().last(), links), links));
  }

  private static TypedNode afterCast(TypedNode node, Links links) {
    return links.onlyUser(node, "Cast").orElse(node);
  }

  /** How something is divided by the root. */
  private record Division(TypedNode last, Optional<TypedNode> reciprocal) {}

  private static Optional<Division> division(TypedNode root, Links links) {
    Optional<TypedNode> division =
        links.user(root, "Div").filter(node -> Links.input(node, 1).equals(Links.output(root)));
    Optional<TypedNode> reciprocal =
        links
            .user(root, "Reciprocal")
            .or(() -> division.filter(node -> Links.scalar(node, 0).orElse(0) == 1));
    if (reciprocal.isPresent()) {
      return links.user(reciprocal.get(), "Mul").map(product -> new Division(product, reciprocal));
    }
    return division.map(node -> new Division(node, Optional.empty()));
  }

  private static Optional<TypedNode> either(TypedNode binary, Links links, String operator) {
    return links.producer(binary, 0, operator).or(() -> links.producer(binary, 1, operator));
  }

  private static Optional<TypedNode> square(TypedNode mean, Links links) {
    return links
        .producer(mean, 0, "Pow", "Mul")
        .filter(
            node -> {
              OptionalDouble exponent = Links.scalar(node, 1);
              boolean squared = exponent.isPresent() && exponent.getAsDouble() == 2;
              return squared || Links.input(node, 0).equals(Links.input(node, 1));
            });
  }
}
