/**
 * Reads a JSON report back, so that every other report can be made of it without the model. What is
 * read is checked field by field; a document that is none is refused with the place that is wrong.
 */
@NullMarked
package io.modelcounter.report.read;

import org.jspecify.annotations.NullMarked;
