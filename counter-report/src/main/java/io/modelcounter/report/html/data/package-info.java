/**
 * The data of the page as its scripts read them: columns of indexes that point into tables of
 * texts, amounts, tensors and formulas, so that a layer takes few bytes.
 */
@NullMarked
package io.modelcounter.report.html.data;

import org.jspecify.annotations.NullMarked;
