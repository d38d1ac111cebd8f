package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import java.util.Optional;
import java.util.OptionalDouble;

/** Activations that exporters spell out. */
final class ActivationPatterns {
  private ActivationPatterns() {}

  /** Clip: a ReLU6 from 0 to 6, or the middle of a spelled-out HardSwish or HardSigmoid. */
  static Optional<Composite> clip(TypedNode node, Links links) {
    boolean toSix = isBound(node, 1, "min", 0) && isBound(node, 2, "max", 6);
    if (!toSix) {
      return Optional.of(Composite.of(CompositeKind.CLAMP, node));
    }
    Optional<TypedNode> shift =
        links.producer(node, 0, "Add").filter(add -> shiftedByThree(add).isPresent());
    return Optional.of(
        shift
            .flatMap(add -> hard(node, add, links))
            .orElseGet(() -> Composite.of(CompositeKind.RELU6, node)));
  }

  /** {@code Clip(x + 3, 0, 6) / 6}, times {@code x} before or after the division. */
  private static Optional<Composite> hard(TypedNode clip, TypedNode shift, Links links) {
    String x = shiftedByThree(shift).orElseThrow();
    Optional<TypedNode> scaled = links.onlyUserWithStored(clip, "Div", "Mul");
    if (scaled.isPresent()) {
      Composite sigmoid =
          Composite.of(CompositeKind.HARDSIGMOID, clip, "clip")
              .with(shift, "shift")
              .with(scaled.get(), "scale");
      return Optional.of(
          links
              .userWith(scaled.get(), x, "Mul")
              .map(
                  product ->
                      Composite.of(CompositeKind.HARDSWISH, clip, "clip")
                          .with(shift, "shift")
                          .with(scaled.get(), "scale")
                          .with(product, "product"))
              .orElse(sigmoid));
    }
    return links
        .userWith(clip, x, "Mul")
        .flatMap(
            product ->
                links
                    .onlyUserWithStored(product, "Div", "Mul")
                    .map(
                        division ->
                            Composite.of(CompositeKind.HARDSWISH, clip, "clip")
                                .with(shift, "shift")
                                .with(product, "product")
                                .with(division, "scale")));
  }

  private static Optional<String> shiftedByThree(TypedNode add) {
    for (int i = 0; i < 2; i++) {
      OptionalDouble shift = Links.scalar(add, i);
      if (shift.isPresent() && shift.getAsDouble() == 3) {
        return Optional.of(Links.input(add, 1 - i));
      }
    }
    return Optional.empty();
  }

  private static boolean isBound(TypedNode clip, int input, String attribute, double wanted) {
    OptionalDouble bound =
        Links.hasInput(clip, input)
            ? Links.scalar(clip, input)
            : clip.call().attributes().real(attribute);
    return bound.isPresent() && bound.getAsDouble() == wanted;
  }

  /** Sigmoid: SiLU if its result is multiplied by its input. */
  static Optional<Composite> sigmoid(TypedNode node, Links links) {
    return Optional.of(
        timesInput(node, node, CompositeKind.SILU, links)
            .orElseGet(() -> Composite.of(CompositeKind.SIGMOID, node)));
  }

  /** HardSigmoid: HardSwish if its result is multiplied by its input. */
  static Optional<Composite> hardSigmoid(TypedNode node, Links links) {
    return Optional.of(
        timesInput(node, node, CompositeKind.HARDSWISH, links)
            .orElseGet(() -> Composite.of(CompositeKind.HARDSIGMOID, node)));
  }

  /** Mish: {@code x * tanh(softplus(x))}. */
  static Optional<Composite> softplus(TypedNode node, Links links) {
    return links
        .onlyUser(node, "Tanh")
        .flatMap(
            tanh ->
                timesInput(tanh, node, CompositeKind.MISH, links)
                    .map(mish -> mish.with(tanh, "tanh")));
  }

  private static Optional<Composite> timesInput(
      TypedNode last, TypedNode first, CompositeKind kind, Links links) {
    return links.onlyUser(last, "Mul").stream()
        .filter(
            product -> {
              int other = Links.other(product, Links.output(last));
              return other >= 0 && Links.input(product, other).equals(Links.input(first, 0));
            })
        .findFirst()
        .map(product -> Composite.of(kind, first).with(product, "product"));
  }

  /** GELU by the error function: {@code x * (1 + erf(x / sqrt 2)) / 2}, in any order of factors. */
  static Optional<Composite> erf(TypedNode node, Links links) {
    return links
        .onlyUserWithStored(node, "Add")
        .flatMap(sum -> gelu(node, sum, links))
        .map(
            gelu ->
                links
                    .producer(node, 0, "Div", "Mul")
                    .map(scaled -> gelu.with(scaled, "argument"))
                    .orElse(gelu));
  }

  /**
   * Tanh: the middle of a GELU by the tanh formula, {@code x * (1 + tanh(c * (x + d * x^3))) / 2};
   * an activation of its own otherwise.
   */
  static Optional<Composite> tanh(TypedNode node, Links links) {
    Optional<TypedNode> scaled = links.producer(node, 0, "Mul");
    Optional<TypedNode> inner = scaled.flatMap(mul -> sum(mul, links));
    if (scaled.isEmpty() || inner.isEmpty()) {
      return Optional.of(Composite.of(CompositeKind.TANH, node));
    }
    Optional<Composite> gelu =
        links
            .onlyUserWithStored(node, "Add")
            .flatMap(sum -> gelu(node, sum, links))
            .map(found -> found.with(scaled.get(), "argument").with(inner.get(), "argument"))
            .map(found -> withCube(found, inner.get(), links));
    return Optional.of(gelu.orElseGet(() -> Composite.of(CompositeKind.TANH, node)));
  }

  private static Optional<TypedNode> sum(TypedNode scaled, Links links) {
    return links.producer(scaled, 0, "Add").or(() -> links.producer(scaled, 1, "Add"));
  }

  private static Composite withCube(Composite gelu, TypedNode sum, Links links) {
    Composite all = gelu;
    Optional<TypedNode> term =
        links.producer(sum, 1, "Mul").or(() -> links.producer(sum, 0, "Mul"));
    if (term.isPresent()) {
      all = all.with(term.get(), "argument");
      for (int i = 0; i < 2; i++) {
        Optional<TypedNode> power = links.producer(term.get(), i, "Pow");
        if (power.isPresent()) {
          all = all.with(power.get(), "argument");
        }
      }
    }
    return all;
  }

  private static Optional<Composite> gelu(TypedNode middle, TypedNode sum, Links links) {
    return links
        .onlyUser(sum, "Mul")
        .map(
            product -> {
              Composite gelu =
                  Composite.of(CompositeKind.GELU, middle)
                      .with(sum, "sum")
                      .with(product, "product");
              Composite halved =
                  links
                      .onlyUserWithStored(product, "Mul", "Div")
                      .filter(
                          half ->
                              Links.scalar(half, Links.other(half, Links.output(product)))
                                  .isPresent())
                      .map(half -> gelu.with(half, "half"))
                      .orElse(gelu);
              int other = Links.other(product, Links.output(sum));
              return other < 0
                  ? halved
                  : links
                      .producer(product, other, "Mul")
                      .filter(half -> isHalving(half) && links.users(half).size() == 1)
                      .map(half -> halved.with(half, "half"))
                      .orElse(halved);
            });
  }

  private static boolean isHalving(TypedNode product) {
    return Links.scalar(product, 0).orElse(0) == 0.5 || Links.scalar(product, 1).orElse(0) == 0.5;
  }
}
