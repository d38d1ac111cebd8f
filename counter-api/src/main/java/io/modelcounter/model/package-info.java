/**
 * What a model file says: graphs, nodes, constants and their declared types, free of any file
 * format. All types are immutable.
 *
 * @serial exclude
 */
@NullMarked
package io.modelcounter.model;

import org.jspecify.annotations.NullMarked;
