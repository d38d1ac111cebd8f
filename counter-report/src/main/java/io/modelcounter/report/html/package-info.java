/**
 * The report as one HTML page that needs neither a network nor scripts. Each section is a class;
 * the style sheet is a resource.
 */
@NullMarked
package io.modelcounter.report.html;

import org.jspecify.annotations.NullMarked;
