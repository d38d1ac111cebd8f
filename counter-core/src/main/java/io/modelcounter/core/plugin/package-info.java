/** Finding plugins, and which of them counts which operator. */
@NullMarked
package io.modelcounter.core.plugin;

import org.jspecify.annotations.NullMarked;
