package io.modelcounter.tck;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Sizes drawn at random for the symbols of a sample call, the same ones in every run.
 *
 * <p>Every symbol of the file is drawn by itself, so that sizes which only look equal in an example
 * are told apart. Sizes that do not fit together make a call that its shape rule refuses; whoever
 * draws has to expect that.
 */
public final class RandomCalls {
  private static final int SMALL = 12;
  private static final int MEDIUM = 1_000;
  private static final long LARGE = 1L << 20;

  private final TestCall template;
  private final List<String> symbols;
  private final long seed;

  private RandomCalls(TestCall template, long seed) {
    this.template = template;
    this.symbols = Samples.fileSymbols(template).stream().map(Symbol::name).toList();
    this.seed = seed;
  }

  /**
   * Draws for the symbols of a call.
   *
   * @param template a call with symbols among its sizes
   * @return the generator
   */
  public static RandomCalls of(TestCall template) {
    return new RandomCalls(template, template.toString().hashCode());
  }

  /**
   * Draws other sizes.
   *
   * @param newSeed any number
   * @return the new generator
   */
  public RandomCalls seededWith(long newSeed) {
    return new RandomCalls(template, newSeed);
  }

  /**
   * Draws sizes of at least 1: first 1 for every symbol, then small ones, large ones whose products
   * do not fit into {@code int}, and those in between in turn.
   *
   * @param count how many draws
   * @return a size for every symbol in each draw; one draw without sizes if there is no symbol
   */
  public List<Bindings> sizes(int count) {
    if (symbols.isEmpty()) {
      return List.of(Bindings.none());
    }
    Random random = new Random(seed);
    List<Bindings> draws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int turn = i;
      draws.add(draw(() -> size(turn, random)));
    }
    return draws;
  }

  private static long size(int turn, Random random) {
    if (turn == 0) {
      return 1;
    }
    return switch (turn % 3) {
      case 1 -> 1 + random.nextInt(SMALL);
      case 2 -> LARGE + random.nextInt(MEDIUM);
      default -> 1 + random.nextInt(MEDIUM);
    };
  }

  private Bindings draw(LongSupplier sizes) {
    Map<String, Long> draw = new TreeMap<>();
    symbols.forEach(symbol -> draw.put(symbol, sizes.getAsLong()));
    return Bindings.of(draw);
  }

  /**
   * The call with sizes drawn for its symbols.
   *
   * @param count how many draws
   * @return a call without symbols for each draw
   */
  public List<TestCall> calls(int count) {
    return sizes(count).stream().map(template::bind).toList();
  }

  /**
   * The call with no elements along an axis: for every symbol, 0 in place of the dimensions of
   * inputs that are nothing but this symbol. All other symbols are drawn.
   *
   * <p>A symbol of a file stands for at least 1, so what holds for the symbol need not hold here.
   *
   * @return a call for every symbol that is a dimension by itself
   */
  public List<TestCall> withZeros() {
    List<TestCall> calls = new ArrayList<>();
    Bindings drawn = sizes(2).get(symbols.isEmpty() ? 0 : 1);
    for (String symbol : symbols) {
      TestCall zero = template.withZero(symbol);
      if (!zero.toString().equals(template.toString())) {
        calls.add(zero.bind(drawn));
      }
    }
    return calls;
  }
}
