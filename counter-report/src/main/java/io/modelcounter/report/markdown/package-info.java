/**
 * The report as a comment on a pull request: GitHub-flavored Markdown of a bounded length, in which
 * every text that comes from the model stands in a code span, where nothing in it acts.
 */
@NullMarked
package io.modelcounter.report.markdown;

import org.jspecify.annotations.NullMarked;
