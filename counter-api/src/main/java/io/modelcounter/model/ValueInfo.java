package io.modelcounter.model;

/**
 * A named value with its declared type.
 *
 * @param name name within its graph
 * @param type declared type
 */
public record ValueInfo(String name, ValueType type) {}
