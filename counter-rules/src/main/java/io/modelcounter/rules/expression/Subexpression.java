package io.modelcounter.rules.expression;

/**
 * A part of an expression with its text, for messages.
 *
 * @param text how the expression writes it
 * @param expression its size
 */
record Subexpression(String text, Expression expression) {}
