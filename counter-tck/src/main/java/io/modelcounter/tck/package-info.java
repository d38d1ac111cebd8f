/**
 * A kit for testing shape rules and counters: rules to inherit, calls and graphs written down in
 * short form, and assertions.
 */
@NullMarked
package io.modelcounter.tck;

import org.jspecify.annotations.NullMarked;
