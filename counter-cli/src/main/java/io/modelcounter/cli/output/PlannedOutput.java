package io.modelcounter.cli.output;

import io.modelcounter.spi.ReportRenderer;
import java.nio.file.Path;

/**
 * A report of one model that goes to a file.
 *
 * @param renderer what writes it
 * @param target where to
 */
public record PlannedOutput(ReportRenderer renderer, Path target) {}
