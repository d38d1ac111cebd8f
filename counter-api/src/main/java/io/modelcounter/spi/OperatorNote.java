package io.modelcounter.spi;

import io.modelcounter.model.OperatorId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How operators are counted, in words, for people. Notes are read only when somebody asks; no
 * number depends on them.
 *
 * <p>Several notes may be about one operator, each on a case or a part of its work. A text that has
 * nothing to say is empty.
 */
public final class OperatorNote {
  /** The work of an operator that computes nothing. */
  public static final String FREE = "free";

  /** How the work of an operator begins that nobody can know; a reason follows. */
  public static final String UNKNOWN = "unknown: ";

  private final List<OperatorRange> operators;
  private final String work;
  private final String part;
  private final String family;
  private final String legend;
  private final String formula;
  private final String assumption;
  private final String source;

  private OperatorNote(
      List<OperatorRange> operators,
      String work,
      String part,
      String family,
      String legend,
      String formula,
      String assumption,
      String source) {
    this.operators = operators;
    this.work = work;
    this.part = part;
    this.family = family;
    this.legend = legend;
    this.formula = formula;
    this.assumption = assumption;
    this.source = source;
  }

  /**
   * A note on operators that are counted alike.
   *
   * @param operators the operators, at least one
   * @param work how much work of which kind, for example {@code ADD 1 per element of the output};
   *     {@value #FREE} for operators that compute nothing; a text that begins with {@value
   *     #UNKNOWN} for those whose work cannot be known
   * @return the note
   * @throws IllegalArgumentException if there is no operator or no work
   */
  public static OperatorNote of(List<OperatorRange> operators, String work) {
    if (operators.isEmpty()) {
      throw new IllegalArgumentException("a note is about at least one operator");
    }
    if (work.isBlank()) {
      throw new IllegalArgumentException("the note on " + operators + " does not say the work");
    }
    return new OperatorNote(List.copyOf(operators), work, "", "", "", "", "", "");
  }

  /**
   * A note on one operator.
   *
   * @param operator the operator
   * @param work how much work of which kind, as above
   * @return the note
   */
  public static OperatorNote of(OperatorRange operator, String work) {
    return of(List.of(operator), work);
  }

  /**
   * This note on a case or a part of the work only.
   *
   * @param what the case or part, for example {@code training} or {@code activation of a gate}
   * @return the new note
   */
  public OperatorNote onlyFor(String what) {
    return new OperatorNote(
        operators, work, Objects.requireNonNull(what), family, legend, formula, assumption, source);
  }

  /**
   * This note under the heading of a family.
   *
   * @param heading name of the family, for example {@code Convolution}
   * @param terms what the words of the notes of the family mean, for example {@code rows are groups
   *     of n elements}
   * @return the new note
   */
  public OperatorNote inFamily(String heading, String terms) {
    return new OperatorNote(
        operators,
        work,
        part,
        Objects.requireNonNull(heading),
        Objects.requireNonNull(terms),
        formula,
        assumption,
        source);
  }

  /**
   * This note with the formula of the main term.
   *
   * @param expression an expression in named terms, for example {@code batch * M * K * N}
   * @return the new note
   */
  public OperatorNote withFormula(String expression) {
    return new OperatorNote(
        operators,
        work,
        part,
        family,
        legend,
        Objects.requireNonNull(expression),
        assumption,
        source);
  }

  /**
   * This note with what the number takes for granted.
   *
   * @param what the assumption
   * @return the new note
   */
  public OperatorNote assuming(String what) {
    return new OperatorNote(
        operators, work, part, family, legend, formula, Objects.requireNonNull(what), source);
  }

  /**
   * This note with where the formula comes from.
   *
   * @param document a specification or paper
   * @return the new note
   */
  public OperatorNote from(String document) {
    return new OperatorNote(
        operators,
        work,
        part,
        family,
        legend,
        formula,
        assumption,
        Objects.requireNonNull(document));
  }

  /**
   * Tells whether this note is about an operator.
   *
   * @param operator an operator
   * @return true if one of the ranges contains it
   */
  public boolean isAbout(OperatorId operator) {
    return operators.stream().anyMatch(range -> range.contains(operator));
  }

  /**
   * The operators that are counted so.
   *
   * @return at least one range
   */
  public List<OperatorRange> operators() {
    return operators;
  }

  /**
   * How much work of which kind.
   *
   * @return a text that is never empty
   */
  public String work() {
    return work;
  }

  /**
   * Tells whether nothing is computed.
   *
   * @return true if the work is {@value #FREE}
   */
  public boolean isFree() {
    return work.equals(FREE);
  }

  /**
   * Tells whether the work cannot be known.
   *
   * @return true if the work begins with {@value #UNKNOWN}
   */
  public boolean isUnknown() {
    return work.startsWith(UNKNOWN);
  }

  /**
   * The case or part of the work that the note is about.
   *
   * @return a text; empty if the note is about all of it
   */
  public String part() {
    return part;
  }

  /**
   * Heading under which the operator is listed.
   *
   * @return the name of the family, or empty
   */
  public String family() {
    return family;
  }

  /**
   * What the words of the notes of the family mean.
   *
   * @return a text, or empty
   */
  public String legend() {
    return legend;
  }

  /**
   * Formula of the main term.
   *
   * @return an expression in named terms, or empty
   */
  public String formula() {
    return formula;
  }

  /**
   * What the number takes for granted beyond the operator document.
   *
   * @return a text, or empty
   */
  public String assumption() {
    return assumption;
  }

  /**
   * Where the formula comes from.
   *
   * @return a specification or paper, or empty
   */
  public String source() {
    return source;
  }

  /** Text such as {@code ai.onnx:Relu: COMPARE 1}. */
  @Override
  public String toString() {
    return operators.stream()
            .map(range -> range.domain() + ":" + range.name())
            .collect(Collectors.joining(", "))
        + ": "
        + work;
  }
}
