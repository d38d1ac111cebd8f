package io.modelcounter.cost;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How an amount of work comes about: an expression and what its terms are.
 *
 * @param expression expression in the names of the terms, for example {@code N * M * K}
 * @param terms the terms in the order in which they should be explained
 */
public record Formula(String expression, List<Term> terms) {

  /**
   * One term of a formula.
   *
   * @param name name in the expression
   * @param meaning what it is, in words
   * @param value its value for the node at hand
   */
  public record Term(String name, String meaning, Size value) {}

  /**
   * Makes a formula.
   *
   * @param expression expression in the names of the terms
   * @param terms the terms
   */
  public Formula {
    terms = List.copyOf(terms);
  }

  /**
   * Formula without terms yet.
   *
   * @param expression expression in the names of the terms
   * @return the formula
   */
  public static Formula of(String expression) {
    return new Formula(expression, List.of());
  }

  /**
   * This formula and one more term.
   *
   * @param name name in the expression
   * @param meaning what it is, in words
   * @param value its value
   * @return the new formula
   */
  public Formula where(String name, String meaning, Size value) {
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(name, meaning, value));
    return new Formula(expression, more);
  }

  /**
   * The sum of this formula and another one.
   *
   * @param other the other summand, with names of its own or with the same meaning
   * @return the sum, with the terms of both
   */
  public Formula plus(Formula other) {
    List<Term> both = new ArrayList<>(terms);
    other.terms.stream().filter(term -> !both.contains(term)).forEach(both::add);
    return new Formula(expression + " + " + other.expression, both);
  }

  /**
   * This formula with symbols in its terms replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound formula
   */
  public Formula bind(Bindings bindings) {
    return new Formula(
        expression,
        terms.stream()
            .map(term -> new Term(term.name(), term.meaning(), term.value().bind(bindings)))
            .toList());
  }

  /**
   * The expression and the values of its terms, for example {@code N * M, N = 4, M = 3}.
   *
   * @return one line
   */
  public String text() {
    if (terms.isEmpty()) {
      return expression;
    }
    return expression
        + terms.stream()
            .map(term -> term.name() + " = " + term.value())
            .collect(Collectors.joining(", ", " with ", ""));
  }
}
