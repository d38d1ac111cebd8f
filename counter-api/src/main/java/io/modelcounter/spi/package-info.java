/**
 * What a plugin implements: counters, shape rules, readers and renderers, and the calls they are
 * given.
 *
 * <p>Implementations are stateless and are called from several threads.
 */
@NullMarked
package io.modelcounter.spi;

import org.jspecify.annotations.NullMarked;
