/** What makes the command start fast: the launcher keeps the classes of a start in an archive. */
@NullMarked
package io.modelcounter.cli.startup;

import org.jspecify.annotations.NullMarked;
