/**
 * Finds the operations of a framework that an exporter wrote as one node or spelled out as several,
 * and the module calls that they belong to.
 */
@NullMarked
package io.modelcounter.core.composite;

import org.jspecify.annotations.NullMarked;
