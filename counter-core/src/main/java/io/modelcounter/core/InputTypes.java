package io.modelcounter.core;

import io.modelcounter.model.Graph;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of the main graph's inputs that are in force: the declared ones, changed by options.
 */
final class InputTypes {
  private final AnalysisOptions options;
  private final List<ValueInfo> declared;
  private final List<String> assumptions = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private Bindings bindings = Bindings.none();
  private boolean isReplaced;

  /** A symbolic dimension that an option gives a value. */
  private record Wish(String input, int axis, Size declared, long asked) {
    String place() {
      return "dimension " + axis + " of input \"" + input + "\"";
    }

    ValueInfo replacedIn(ValueInfo value) {
      if (!value.name().equals(input) || !(value.type() instanceof TensorType type)) {
        return value;
      }
      Shape shape = type.shape().withDim(axis, Size.of(asked));
      return new ValueInfo(input, new TensorType(type.element(), shape));
    }
  }

  private InputTypes(Graph graph, AnalysisOptions options) {
    this.options = options;
    this.declared =
        graph.inputs().stream()
            .filter(input -> !graph.initializers().containsKey(input.name()))
            .toList();
  }

  /**
   * Inputs and what was assumed to get them.
   *
   * @param inputs inputs with the types in force
   * @param assumptions sentences
   * @param bindings values of symbols, which hold for the types of inner values as well
   * @param isReplaced whether a declared size was replaced, so that the types that the file
   *     declares for inner values no longer hold
   */
  record Result(
      List<ValueInfo> inputs, List<String> assumptions, Bindings bindings, boolean isReplaced) {}

  /**
   * Applies the options.
   *
   * @param graph the main graph
   * @param options shapes, batch size and values of symbols
   * @return the inputs that are not initializers
   * @throws OptionException if an option names what is not there or contradicts what is
   */
  static Result of(Graph graph, AnalysisOptions options) {
    return new InputTypes(graph, options).apply();
  }

  private Result apply() {
    requireKnownInputs();
    List<ValueInfo> reshaped = declared.stream().map(this::reshaped).toList();
    if (options.batch().isPresent()) {
      reshaped = reshaped.stream().map(this::batched).toList();
    }
    options.symbols().forEach(this::bind);
    List<Wish> unsettled = bindWishes();
    if (!bindings.isEmpty()) {
      assumptions.add("sizes set by options: " + bindings);
    }
    isReplaced |= !unsettled.isEmpty();
    for (Wish wish : unsettled) {
      assumptions.add(instead(wish.input(), wish.axis(), wish.asked(), wish.declared()));
      reshaped = reshaped.stream().map(wish::replacedIn).toList();
    }
    return new Result(
        reshaped.stream().map(this::bound).toList(), assumptions, bindings, isReplaced);
  }

  private ValueInfo bound(ValueInfo input) {
    try {
      return input.bind(bindings);
    } catch (IllegalArgumentException tooSmall) {
      throw new OptionException(String.valueOf(tooSmall.getMessage()));
    }
  }

  /**
   * Binds plain symbols first, because they may settle the expressions.
   *
   * @return wishes for expressions in several symbols that nothing settles
   */
  private List<Wish> bindWishes() {
    List<Wish> unsettled = new ArrayList<>();
    List<Wish> plainFirst = new ArrayList<>(wishes);
    plainFirst.sort(Comparator.comparing(wish -> wish.declared().symbols().size()));
    for (Wish wish : plainFirst) {
      Size left = wish.declared().bind(bindings);
      if (left.isConstant()) {
        if (!left.equals(Size.of(wish.asked()))) {
          throw new OptionException(
              wish.place()
                  + " is "
                  + wish.declared()
                  + " = "
                  + left
                  + " with "
                  + bindings
                  + ", not "
                  + wish.asked());
        }
      } else if (left.symbols().size() > 1) {
        unsettled.add(wish);
      } else {
        bind(left.toString(), wish.asked());
      }
    }
    return unsettled;
  }

  private void requireKnownInputs() {
    List<String> names = declared.stream().map(ValueInfo::name).toList();
    for (String name : options.inputShapes().keySet()) {
      if (!names.contains(name)) {
        throw new OptionException(
            "there is no input \""
                + name
                + "\" to give a shape to; the model's inputs are "
                + String.join(", ", names));
      }
    }
  }

  private ValueInfo reshaped(ValueInfo input) {
    Shape asked = options.inputShapes().get(input.name());
    if (asked == null) {
      return input;
    }
    TensorType type = requireTensor(input);
    Shape shape = type.shape();
    if (!shape.hasRank()) {
      assumptions.add("input " + input.name() + " has shape " + asked + ", set by an option");
      return new ValueInfo(input.name(), new TensorType(type.element(), asked));
    }
    if (shape.rank() != asked.rank()) {
      throw new OptionException(
          "input \""
              + input.name()
              + "\" has "
              + shape.rank()
              + " dimensions "
              + shape
              + ", not "
              + asked.rank()
              + " "
              + asked);
    }
    List<Size> dims = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      dims.add(replaced(input.name(), axis, shape.dim(axis), asked.dim(axis)));
    }
    return new ValueInfo(input.name(), new TensorType(type.element(), Shape.of(dims)));
  }

  private ValueInfo batched(ValueInfo input) {
    if (!(input.type() instanceof TensorType type)
        || !type.shape().hasRank()
        || type.shape().rank() == 0) {
      return input;
    }
    Size batch = Size.of(options.batch().orElseThrow());
    Size first = replaced(input.name(), 0, type.shape().dim(0), batch);
    return new ValueInfo(
        input.name(), new TensorType(type.element(), type.shape().withDim(0, first)));
  }

  /** A symbolic dimension binds its symbol everywhere; a constant one is replaced here only. */
  private Size replaced(String input, int axis, Size declaredSize, Size asked) {
    if (declaredSize.compare(asked) == Comparison.SAME) {
      return asked;
    }
    if (!declaredSize.isConstant() && asked.asLong().isPresent()) {
      wishes.add(new Wish(input, axis, declaredSize, asked.asLong().getAsLong()));
      return declaredSize;
    }
    if (Size.ZERO.isGreaterThan(asked)) {
      throw new OptionException(
          "dimension " + axis + " of input \"" + input + "\" cannot be " + asked);
    }
    isReplaced = true;
    assumptions.add(instead(input, axis, asked, declaredSize));
    return asked;
  }

  private static String instead(String input, int axis, Object asked, Size declaredSize) {
    return "dimension "
        + axis
        + " of input "
        + input
        + " is "
        + asked
        + " instead of the declared "
        + declaredSize;
  }

  private void bind(String text, long value) {
    Set<String> names = symbols(declared);
    try {
      Bindings more = bindings.with(text, value);
      for (String name : more.asMap().keySet()) {
        if (!names.contains(name)) {
          throw new OptionException(
              "there is no symbol \""
                  + name
                  + "\" to set; "
                  + (names.isEmpty()
                      ? "all input sizes of the model are fixed"
                      : "the model's symbols are " + String.join(", ", names)));
        }
      }
      bindings = more;
    } catch (OptionException unknown) {
      throw unknown;
    } catch (IllegalArgumentException contradiction) {
      throw new OptionException(String.valueOf(contradiction.getMessage()));
    }
  }

  private static Set<String> symbols(List<ValueInfo> inputs) {
    Set<String> names = new TreeSet<>();
    for (ValueInfo input : inputs) {
      if (input.type() instanceof TensorType tensor && tensor.shape().hasRank()) {
        for (Size dim : tensor.shape().dims()) {
          dim.symbols().stream().map(Symbol::name).forEach(names::add);
        }
      }
    }
    return names;
  }

  private static TensorType requireTensor(ValueInfo input) {
    if (input.type() instanceof TensorType tensor) {
      return tensor;
    }
    throw new OptionException(
        "input \"" + input.name() + "\" is " + input.type().text() + ", which has no shape to set");
  }
}
