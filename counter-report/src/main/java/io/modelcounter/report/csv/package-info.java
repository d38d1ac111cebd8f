/**
 * Reports as comma-separated values after RFC 4180, UTF-8 without a byte order mark, one table a
 * file. An empty field is unknown or not applicable; 0 is really nothing.
 */
@NullMarked
package io.modelcounter.report.csv;

import org.jspecify.annotations.NullMarked;
