/**
 * Makes the files of an installation that follow from the command: manual pages, completion, an
 * identity.
 */
@NullMarked
package io.modelcounter.distribution;

import org.jspecify.annotations.NullMarked;
