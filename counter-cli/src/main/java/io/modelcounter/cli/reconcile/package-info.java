/** Totals of one model under several conventions, and why they differ. */
@NullMarked
package io.modelcounter.cli.reconcile;

import org.jspecify.annotations.NullMarked;
