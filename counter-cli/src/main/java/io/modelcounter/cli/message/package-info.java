/** What the command tells its user: exit codes, messages, and what failures become. */
@NullMarked
package io.modelcounter.cli.message;

import org.jspecify.annotations.NullMarked;
