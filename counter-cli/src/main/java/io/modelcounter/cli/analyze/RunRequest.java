package io.modelcounter.cli.analyze;

import io.modelcounter.cli.progress.ProgressMode;
import java.util.Optional;

/**
 * How to go about several models.
 *
 * @param jobs how many are analysed at a time; 0 for one on each processor
 * @param failFast whether the first one that fails is the last
 * @param unknownLimit how many layers may be unknown
 * @param progress how progress is shown
 */
public record RunRequest(
    int jobs, boolean failFast, Optional<String> unknownLimit, ProgressMode progress) {}
