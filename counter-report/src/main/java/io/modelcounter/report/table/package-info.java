/**
 * Columns and cells that tables of every format are made of, and how numbers, amounts and shapes
 * are written. Nothing here depends on the locale.
 */
@NullMarked
package io.modelcounter.report.table;

import org.jspecify.annotations.NullMarked;
