package io.modelcounter.rules.expression;

/**
 * A part of an expression that looks something up in the node.
 *
 * @param text how the expression writes it
 * @param meaning what it is, in words
 * @param expression its size
 */
record Reference(String text, String meaning, Expression expression) {}
