package io.modelcounter.cli.config;

import java.util.Optional;

/**
 * Which files with values of options are read, in the words of the command line.
 *
 * @param file a file in place of that of the project, which is trusted
 * @param isIsolated whether neither files nor variables are read
 * @param trustsProject whether the file of the project may set all options
 */
public record ConfigRequest(Optional<String> file, boolean isIsolated, boolean trustsProject) {}
