/**
 * Attention: projected, by many heads, with caches, packed, paged and sparse; linear attention with
 * its gates and causal convolutions.
 */
@NullMarked
package io.modelcounter.onnx.contrib.attention;

import org.jspecify.annotations.NullMarked;
