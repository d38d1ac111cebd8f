package io.modelcounter.rules.expression;

/**
 * Something that is looked up in a node.
 *
 * @param meaning what it is, in words
 * @param expression its size
 */
record Lookup(String meaning, Expression expression) {}
