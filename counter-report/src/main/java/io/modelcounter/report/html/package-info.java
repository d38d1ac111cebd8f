/**
 * The report as one HTML page that needs no network. Each section is a class and can be read
 * without scripts; style sheet and scripts, which show more of it, are resources.
 */
@NullMarked
package io.modelcounter.report.html;

import org.jspecify.annotations.NullMarked;
